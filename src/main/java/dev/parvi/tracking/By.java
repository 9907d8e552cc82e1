package dev.parvi.tracking;

/** By what results are listed. */
public enum By {
    POST("l.post_id"),
    ANSWER("case when l.comment_id is not null then l.conversation_id end"),
    ACCOUNT("l.account_id"),
    PILLAR("l.pillar_id"),
    CAMPAIGN("nullif(l.campaign, '')"),
    LINK("l.id");

    private final String sql;

    By(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
