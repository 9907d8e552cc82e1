package dev.parvi.connector.wordpress;

import dev.parvi.connector.Recording;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as WordPress 6.1 gave them. */
final class Said {

    static final Recording NOT_LOGGED_IN = no(401, "rest_not_logged_in", "You are not currently logged in.");
    static final Recording CANNOT_CREATE =
            no(401, "rest_cannot_create", "Sorry, you are not allowed to create posts as this user.");
    static final Recording FORBIDDEN_CONTEXT =
            no(401, "rest_forbidden_context", "Sorry, you are not allowed to edit comments.");
    static final Recording FORBIDDEN_STATUS = json(400, """
            {"code":"rest_invalid_param","message":"Invalid parameter(s): status","data":{"status":400,"params":{"status":\
            "Status is forbidden."},"details":{"status":{"code":"rest_forbidden_status","message":"Status is forbidden.",\
            "data":{"status":401}}}}}""");
    static final Recording EMPTY_CONTENT = no(400, "empty_content", "Content, title, and excerpt are empty.");
    static final Recording POST_GONE = no(404, "rest_post_invalid_id", "Invalid post ID.");
    static final Recording POST_TRASHED = no(410, "rest_already_trashed", "The post has already been deleted.");
    static final Recording COMMENT_GONE = no(404, "rest_comment_invalid_id", "Invalid comment ID.");
    static final Recording COMMENT_TRASHED = no(410, "rest_already_trashed", "The comment has already been trashed.");
    static final Recording COMMENT_DUPLICATE = no(
            409, "comment_duplicate", "Duplicate comment detected; it looks as though you&#8217;ve already said that!");
    static final Recording COMMENT_CLOSED = no(403, "rest_comment_closed", "Sorry, comments are closed for this item.");
    static final Recording COMMENT_TRASH_POST =
            no(403, "rest_comment_trash_post", "Sorry, you are not allowed to create a comment on this post.");
    static final Recording COMMENT_EMPTY = no(400, "rest_comment_content_invalid", "Invalid comment content.");
    static final Recording COMMENT_FLOOD = no(400, "comment_flood", "You are posting comments too quickly. Slow down.");
    static final Recording NO_SUCH_FILE_TYPE =
            no(500, "rest_upload_sideload_error", "Sorry, you are not allowed to upload this file type.");
    static final Recording MAY_NOT_MAKE_TERMS =
            no(403, "rest_cannot_create", "Sorry, you are not allowed to create terms in this taxonomy.");
    static final Recording NO_ROUTE =
            no(404, "rest_no_route", "No route was found matching the URL and request method.");

    private Said() {}

    static Recording no(int status, String code, String message) {
        return json(
                status,
                "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"data\":{\"status\":" + status + "}}");
    }

    static Recording json(int status, String body) {
        return new Recording(
                status,
                Map.of("content-type", "application/json; charset=UTF-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a host's own limit says; WordPress itself has none. */
    static Recording limited() {
        return with(json(429, "{\"message\":\"Too many requests\"}"), "retry-after", "7");
    }

    static Recording with(Recording answer, String header, String value) {
        var headers = new LinkedHashMap<>(answer.headers());
        headers.put(header, value);
        return new Recording(answer.status(), headers, answer.body());
    }
}
