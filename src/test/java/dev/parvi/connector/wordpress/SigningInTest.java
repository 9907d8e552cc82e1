package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Field;
import dev.parvi.connector.SignsIn.Step;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {

    private final RecordedBlog blog = new RecordedBlog();
    private final Map<String, Recording> instead = new HashMap<>();
    private final RecordedNetwork network = new RecordedNetwork(
            request -> {
                var path = request.path().replaceFirst("(&|\\?)_fields=.*", "");
                return instead.containsKey(path) ? instead.get(path) : blog.answer(request);
            },
            Said.limited());
    private final WordPress wordpress = WordPressParts.connector();

    SigningInTest() {
        blog.root = network.address().resolve("/wp-json/");
    }

    @AfterEach
    void close() {
        network.close();
    }

    private Credentials signIn(String site, String user, String password) throws ConnectorFailed {
        return ((Step.Done) wordpress.answer(Map.of("site", site, "user", user, "password", password))).credentials();
    }

    private Credentials signIn() throws ConnectorFailed {
        return signIn(network.address().toString(), "maija", blog.password);
    }

    private String fault(String site, String user, String password) {
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> signIn(site, user, password));
        return failed.fault().code() + "@" + failed.field();
    }

    private String fault() {
        return fault(network.address().toString(), "maija", blog.password);
    }

    private void page(String html, String... link) {
        var page = new Recording(200, Map.of("content-type", "text/html"), html.getBytes(StandardCharsets.UTF_8));
        instead.put("/", link.length == 0 ? page : Said.with(page, "link", link[0]));
    }

    @Test
    void it_asks_for_address_user_and_application_password() {
        assertThat(((Step.Ask) wordpress.begin()).fields())
                .containsExactly(
                        new Field("site", false, ""), new Field("user", false, ""), new Field("password", true, ""));
    }

    @Test
    void a_sign_in_brings_the_blog_and_keeps_what_is_needed() throws Exception {
        var credentials = signIn();
        assertThat(credentials.place()).isEqualTo("blog.example.org");
        assertThat(credentials.name()).isEqualTo("Paahtimon blogi & kahvila");
        assertThat(credentials.address()).isEqualTo(URI.create(RecordedBlog.HOME));
        assertThat(credentials.values()).containsEntry("id", "2").containsEntry("root", blog.root.toString());
    }

    @Test
    void the_interface_is_found_by_the_head_of_the_page_and_without_rewriting() throws Exception {
        page("<head><link rel='https://api.w.org/' href='/wp-json/'></head>");
        assertThat(signIn().values()).containsEntry("root", blog.root.toString());
        page("<body>Vanha teema");
        assertThat(signIn().values()).containsEntry("root", network.address() + "/?rest_route=/");
    }

    @Test
    void a_page_can_not_have_the_password_sent_in_the_clear_or_from_its_body() throws Exception {
        page(
                "<body><link rel='https://api.w.org/' href='https://evil.example/wp-json/'>",
                "<http://evil.example/>; " + "rel=\"https://api.w.org/\"");
        assertThat(signIn().values()).containsEntry("root", network.address() + "/?rest_route=/");
    }

    @Test
    void each_empty_field_is_named() {
        var site = network.address().toString();
        assertThat(fault(" ", "maija", "x")).isEqualTo("wordpress.site-missing@site");
        assertThat(fault(site, "\u200b", "x")).isEqualTo("wordpress.user-missing@user");
        assertThat(fault(site, "maija", "")).isEqualTo("wordpress.password-missing@password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not an address", "ftp://blog.example.org", "https://", "https://user:pass@blog.example.org"})
    void what_is_no_address_of_a_blog_is_said(String typed) {
        assertThat(fault(typed, "maija", "x")).isEqualTo("wordpress.site-address@site");
    }

    @ParameterizedTest
    @CsvSource({
        "blog.example.org, https://blog.example.org/",
        "Blog.example.org/fi/, https://Blog.example.org/fi/",
        "http://blog.example.org/a, https://blog.example.org/a",
        "https://blog.example.org/wp-admin/profile.php, https://blog.example.org/",
        "https://example.org/blog/wp-login.php, https://example.org/blog/",
        "http://127.0.0.1:80/x, http://127.0.0.1:80/x"
    })
    void an_address_is_taken_as_people_copy_it(String typed, URI page) {
        assertThat(Sites.typed(typed)).contains(page);
    }

    @Test
    void what_the_blog_does_not_take_is_said_at_its_field() {
        assertThat(fault(network.address().toString(), "maija", "wrong")).isEqualTo("wordpress.password@password");
        blog.rights = "\"publish_posts\":true,\"upload_files\":true";
        assertThat(fault()).isEqualTo("wordpress.may-not-moderate@user");
        blog.rights = "\"read\":true";
        assertThat(fault()).isEqualTo("wordpress.may-not-publish@user");
    }

    @Test
    void a_blog_without_application_passwords_says_so() {
        instead.put(
                "/wp-json/", Said.json(200, "{\"name\":\"B\",\"home\":\"https://b.example\",\"authentication\":{}}"));
        instead.put("/wp-json/wp/v2/users/me?context=edit", Said.NOT_LOGGED_IN);
        instead.put("/wp-json/wp/v2/users/me", Said.NOT_LOGGED_IN);
        assertThat(fault()).isEqualTo("wordpress.no-passwords@site");
    }

    @Test
    void a_page_that_is_no_blog_and_a_server_that_is_away_are_told_apart() {
        page("<title>Kauppa");
        instead.put("/?rest_route=/", Recording.json(404, "<h1>Not found"));
        assertThat(fault()).isEqualTo("wordpress.no-rest@site");
        assertThat(fault("http://127.0.0.1:1/", "maija", "x")).isEqualTo("unreachable@site");
    }

    @Test
    void a_blog_that_asks_to_pause_says_so() {
        instead.put("/wp-json/wp/v2/users/me", Said.limited());
        assertThat(fault()).isEqualTo("limited@site");
    }
}
