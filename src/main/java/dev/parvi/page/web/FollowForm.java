package dev.parvi.page.web;

/**
 * The form to follow by mail.
 *
 * @param byMail whether one can; feeds one always can
 * @param fault a message key; empty where nothing is wrong
 */
public record FollowForm(boolean byMail, String email, String stamp, String fault) {

    static FollowForm fresh(boolean byMail, String stamp) {
        return new FollowForm(byMail, "", stamp, "");
    }
}
