package dev.parvi.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.brand.Branding;
import dev.parvi.page.PageFollowed;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Added;
import dev.parvi.tracking.Arranging;
import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.By;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import dev.parvi.tracking.TypedRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

// limit: 460 because what strangers try stands beside what may be told
/** What browsers and servers may tell, and what strangers try. */
@DeskTest
@Import(Added.class)
class CollectFilterTest {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
    private static final String SHOP = "https://shop.example";

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Linking linking;

    @Autowired
    Arranging arranging;

    @Autowired
    Attributing attributing;

    @Autowired
    Branding branding;

    @Autowired
    Added added;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    HandClock clock;

    private static int houses;

    Seat seat;
    String site;
    String house;

    @BeforeEach
    void make() {
        clock.set(HandClock.START.plus(Duration.ofDays(30)));
        seat = given.brand();
        houses++;
        house = "2001:db8:" + Integer.toHexString(houses) + ":1::";
        rules(false);
        site = in(() -> arranging.shown().rules().site());
    }

    private void rules(boolean memory) {
        var typed = new TypedRules("", "{network}", "social", "{campaign}", "", "shop.example", memory, 90);
        Tenant.run(seat.brand(), () -> arranging.change(seat, typed));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> work.get());
    }

    private String code(LinkPlace place) {
        return in(() -> linking.reserve(place, URI.create("https://shop.example/a")))
                .getPath()
                .substring(3);
    }

    private static LinkPlace byPost(int post) {
        return LinkPlace.post(new PostId(post), new AccountId(9), 0, new PillarId(4), Map.of("campaign", "spring"));
    }

    private MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request) {
        return request.header("User-Agent", BROWSER).with(asked -> {
            asked.setRemoteAddr(house);
            return asked;
        });
    }

    private void click(String code) throws Exception {
        mvc.perform(from(get("/l/" + code))).andExpect(status().isFound());
        clock.pass(Duration.ofHours(1));
    }

    private ResultActions told(String door, String origin, String body) throws Exception {
        return mvc.perform(from(post("/t/" + door)).header("Origin", origin).content(body));
    }

    private ResultActions event(String more) throws Exception {
        return told("event", SHOP, "{\"s\":\"" + site + "\"," + more + "}");
    }

    private long conversions() {
        return in(() -> transaction.execute(status -> jdbc.sql("select count(*) from conversion")
                .query((row, n) -> row.getLong(1))
                .single()));
    }

    private String credited(By by, String name) {
        added.up();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki"));
        return in(() -> attributing.by(by, today.minusDays(7), today.plusDays(1), name)).stream()
                .filter(each -> !each.credit().none())
                .map(each -> each.key() + "=" + each.credit().first().toPlainString() + "/"
                        + each.credit().last().toPlainString() + "/"
                        + each.credit().linear().toPlainString())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void what_somebody_did_is_credited_to_post_answer_account_pillar_and_campaign_under_three_rules() throws Exception {
        var answer = LinkPlace.answer(
                "form", new AccountId(8), new ConversationId(70), new CommentId(700), Map.of("kind", "answer"));
        click(code(byPost(5)));
        click(code(answer));
        click(code(byPost(6)));
        click(code(byPost(5)));
        event("\"n\":\"registered\",\"i\":\"one\"").andExpect(status().isNoContent());
        event("\"n\":\"bought\",\"v\":\"12.50\",\"c\":\"eur\",\"i\":\"two\"").andExpect(status().isNoContent());
        assertThat(credited(By.POST, "registered")).isEqualTo("5=1/1/0.5 6=0/0/0.25 =0/0/0.25");
        assertThat(credited(By.ANSWER, "registered")).isEqualTo("70=0/0/0.25 =1/1/0.75");
        assertThat(credited(By.ACCOUNT, "registered")).isEqualTo("8=0/0/0.25 9=1/1/0.75");
        assertThat(credited(By.PILLAR, "registered")).isEqualTo("4=1/1/0.75 =0/0/0.25");
        assertThat(credited(By.CAMPAIGN, "")).isEqualTo("=0/0/0.5 spring=2/2/1.5");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki"));
        var worth = in(() -> attributing.by(By.CAMPAIGN, today.minusDays(7), today.plusDays(1), "bought")).stream()
                .filter(each -> each.key().equals("spring"))
                .findFirst()
                .orElseThrow();
        assertThat(worth.people()).isEqualTo(3);
        assertThat(worth.worth().getFirst().value().linear()).isEqualByComparingTo("9.375");
        assertThat(in(() -> attributing.names(today, today.plusDays(1)))).hasSize(2);
    }

    @Test
    void on_the_next_day_nobody_is_known_again_unless_the_brand_remembers() throws Exception {
        var code = code(byPost(5));
        click(code);
        clock.pass(Duration.ofDays(1));
        event("\"n\":\"registered\",\"i\":\"one\",\"m\":\"abcdef\"").andExpect(status().isNoContent());
        assertThat(credited(By.POST, "registered")).isEqualTo("=1/1/1");
        rules(true);
        told("hello", SHOP, "{\"s\":\"" + site + "\",\"m\":\"abcdef\",\"l\":\"" + code + "\"}")
                .andExpect(status().isNoContent());
        clock.pass(Duration.ofDays(3));
        event("\"n\":\"subscribed\",\"i\":\"two\",\"m\":\"abcdef\"").andExpect(status().isNoContent());
        assertThat(credited(By.POST, "subscribed")).isEqualTo("5=1/1/1");
    }

    @Test
    void told_twice_counts_once_and_told_otherwise_is_refused() throws Exception {
        event("\"n\":\"bought\",\"v\":\"5\",\"c\":\"EUR\",\"i\":\"order-1\"").andExpect(status().isNoContent());
        event("\"n\":\"bought\",\"v\":\"5\",\"c\":\"EUR\",\"i\":\"order-1\"").andExpect(status().isNoContent());
        event("\"n\":\"bought\",\"v\":\"5000\",\"c\":\"EUR\",\"i\":\"order-1\"").andExpect(status().isConflict());
        assertThat(conversions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://shop.example.evil.example",
                "http://notshop.example",
                "null",
                "",
                "javascript:shop.example",
                "https://shop.example@evil.example"
            })
    void a_page_that_isnt_the_brands_tells_nothing(String origin) throws Exception {
        told("event", origin, "{\"s\":\"" + site + "\",\"n\":\"registered\",\"i\":\"1\"}")
                .andExpect(status().isForbidden())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        told("hello", origin, "{\"s\":\"" + site + "\",\"l\":\"x\"}").andExpect(status().isForbidden());
        assertThat(conversions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":\"\",\"i\":\"1\"",
                "\"n\":\"<script>\",\"i\":\"1\"",
                "\"n\":\"registered\"",
                "\"n\":\"bought\",\"v\":\"-5\",\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":\"1e9\",\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":\"99999999999999999999999\",\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":\"NaN\",\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":\"5.001\",\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":\"5\",\"c\":\"€\",\"i\":\"1\"",
                "\"n\":\"bought\",\"v\":{\"a\":1},\"c\":\"EUR\",\"i\":\"1\"",
                "\"n\":[[[[\"registered\"]]]],\"i\":\"1\""
            })
    void nonsense_is_refused(String more) throws Exception {
        event(more).andExpect(status().isBadRequest());
        assertThat(conversions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{\"s\":", "\u0000", "<xml/>"})
    void what_is_no_json_is_refused(String body) throws Exception {
        told("event", SHOP, body).andExpect(status().isBadRequest());
    }

    @Test
    void giants_are_refused() throws Exception {
        event("\"n\":\"registered\",\"i\":\"" + "x".repeat(5_000_000) + "\"").andExpect(status().isBadRequest());
        event("\"n\":\"registered\",\"i\":\"" + "x".repeat(500) + "\"").andExpect(status().isBadRequest());
        told("event", SHOP, "[".repeat(1_900)).andExpect(status().isBadRequest());
        assertThat(conversions()).isZero();
    }

    @Test
    void a_flood_from_one_address_is_cut_off() throws Exception {
        var taken = 0;
        for (int n = 0; n < 100; n++) {
            var status = event("\"n\":\"registered\",\"i\":\"" + n + "\"")
                    .andReturn()
                    .getResponse()
                    .getStatus();
            taken += status == 204 ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 30);
        assertThat(conversions()).isEqualTo(taken);
    }

    @Test
    void robots_are_answered_and_not_believed() throws Exception {
        mvc.perform(post("/t/event")
                        .header("User-Agent", "python-requests/2.32")
                        .header("Origin", SHOP)
                        .content("{\"s\":\"" + site + "\",\"n\":\"registered\",\"i\":\"1\"}"))
                .andExpect(status().isNoContent());
        assertThat(conversions()).isZero();
    }

    @Test
    void another_brands_link_credits_nobody() throws Exception {
        var other = given.brand();
        var code = Tenant.in(other.brand(), () -> linking.reserve(byPost(5), URI.create("https://x.example/")))
                .getPath()
                .substring(3);
        told("hello", SHOP, "{\"s\":\"" + site + "\",\"l\":\"" + code + "\"}").andExpect(status().isNoContent());
        event("\"n\":\"registered\",\"i\":\"1\",\"l\":\"" + code + "\"").andExpect(status().isNoContent());
        assertThat(credited(By.POST, "")).isEqualTo("=1/1/1");
    }

    @Test
    void browsers_that_ask_first_are_told_what_may_be() throws Exception {
        mvc.perform(options("/t/event").header("Origin", SHOP))
                .andExpect(status().isNoContent())
                .andExpect(header().string("Access-Control-Allow-Origin", SHOP))
                .andExpect(header().doesNotExist("Access-Control-Allow-Credentials"));
        mvc.perform(get("/t/event")).andExpect(status().isMethodNotAllowed());
        mvc.perform(get("/t/other")).andExpect(status().isNotFound());
    }

    @Test
    void the_script_is_small() throws Exception {
        var sent = mvc.perform(get("/t/parvi.js").header("Accept-Encoding", "gzip, br"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sent.length).isLessThanOrEqualTo(2_000);
    }

    private ResultActions serves(String token, String once, String body) throws Exception {
        return mvc.perform(post("/t/conversions")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", once)
                .content(body));
    }

    private String token() {
        return in(() -> arranging.addKey(seat, "Shop"));
    }

    @Test
    void a_server_with_a_key_tells_what_somebody_did_once() throws Exception {
        var token = token();
        click(code(byPost(5)));
        var body = "{\"name\":\"bought\",\"value\":20,\"currency\":\"EUR\",\"visitor\":{\"address\":\"" + house
                + "\",\"agent\":\"" + BROWSER + "\"}}";
        serves(token, "order-7", body).andExpect(status().isCreated());
        serves(token, "order-7", body).andExpect(status().isOk());
        serves(token, "order-7", body.replace("20", "21")).andExpect(status().isConflict());
        serves(token, "", body).andExpect(status().is(422));
        serves(token, "order-8", body.replace("\"EUR\"", "\"?\"")).andExpect(status().is(422));
        assertThat(conversions()).isEqualTo(1);
        assertThat(credited(By.POST, "bought")).isEqualTo("5=1/1/1");
    }

    @Test
    void a_server_may_name_the_link_and_the_time_within_a_week() throws Exception {
        var token = token();
        var code = code(byPost(5));
        var now = clock.instant();
        serves(token, "a", body(code, now.minus(Duration.ofDays(2)))).andExpect(status().isCreated());
        serves(token, "b", body(code, now.minus(Duration.ofDays(8)))).andExpect(status().is(422));
        serves(token, "c", body(code, now.plus(Duration.ofHours(1)))).andExpect(status().is(422));
        serves(token, "d", "{\"name\":\"signed\",\"at\":\"yesterday\"}").andExpect(status().is(422));
        assertThat(credited(By.POST, "")).isEqualTo("5=1/1/1");
    }

    private static String body(String code, Instant at) {
        return "{\"name\":\"signed\",\"link\":\"" + code + "\",\"at\":\"" + at + "\"}";
    }

    @Test
    void without_the_right_key_nothing_is_believed() throws Exception {
        var token = token();
        var body = "{\"name\":\"registered\"}";
        for (var wrong : new String[] {
            "", "x", "parvi__", token + "x", token.substring(0, token.length() - 2), "parvi_" + "a".repeat(9_000) + "_b"
        }) {
            serves(wrong, "1", body).andExpect(status().isUnauthorized());
        }
        var id = in(() -> arranging.shown().keys().getFirst().id());
        Tenant.run(seat.brand(), () -> arranging.revokeKey(seat, id));
        serves(token, "1", body).andExpect(status().isUnauthorized());
        assertThat(conversions()).isZero();
    }

    private ResultActions signed(String token, long seconds, String once, String body, String signedBody)
            throws Exception {
        var parts = token.split("_");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(parts[2].getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var said = seconds + "./t/conversions." + once + "." + signedBody;
        return mvc.perform(post("/t/conversions")
                .header("Parvi-Key", parts[1])
                .header("Parvi-Time", seconds)
                .header("Parvi-Signature", HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8))))
                .header("Idempotency-Key", once)
                .content(body));
    }

    @Test
    void a_signature_holds_for_its_words_and_five_minutes() throws Exception {
        var token = token();
        var now = clock.instant().getEpochSecond();
        var body = "{\"name\":\"registered\"}";
        signed(token, now, "a", body, body).andExpect(status().isCreated());
        signed(token, now, "a", body, body).andExpect(status().isOk());
        signed(token, now, "b", "{\"name\":\"bought\"}", body).andExpect(status().isUnauthorized());
        signed(token, now - 400, "c", body, body).andExpect(status().isUnauthorized());
        signed(token, now + 400, "d", body, body).andExpect(status().isUnauthorized());
        assertThat(conversions()).isEqualTo(1);
    }

    @Test
    void a_call_that_the_telephone_system_tells_of_is_credited_to_the_numbers_campaign_and_not_beside_its_tap()
            throws Exception {
        var token = token();
        in(() -> arranging.addNumber(seat, "+358 9 123 456", "Spring"));
        var code = code(byPost(5));
        told("hello", SHOP, "{\"s\":\"" + site + "\",\"t\":true,\"l\":\"" + code + "\"}")
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .isEqualTo("{\"tel\":\"+358 9 123 456\"}"));
        call(token, "call-1").andExpect(status().isCreated());
        assertThat(credited(By.CAMPAIGN, "called")).isEqualTo("spring=1/1/1");
        event("\"n\":\"called\",\"p\":\"+3589123456\",\"i\":\"tap\"").andExpect(status().isNoContent());
        clock.pass(Duration.ofMinutes(1));
        call(token, "call-2").andExpect(status().isCreated());
        call(token, "call-2").andExpect(status().isOk());
        assertThat(conversions()).isEqualTo(2);
        assertThat(credited(By.POST, "called")).isEqualTo("5=1/1/1 =1/1/1");
    }

    private ResultActions call(String token, String once) throws Exception {
        return mvc.perform(post("/t/calls")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", once)
                .content("{\"number\":\"+358 9 123456\"}"));
    }

    @Test
    void the_own_page_reports_in_the_same_way() throws Exception {
        var code = code(byPost(5));
        var handle = in(branding::current).handle();
        mvc.perform(from(get("/@" + handle + "?pv=" + code)));
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(house);
        request.addHeader("User-Agent", BROWSER);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            Tenant.run(seat.brand(), () -> events.publishEvent(new PageFollowed(seat.brand(), 1)));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        assertThat(credited(By.POST, "subscribed")).isEqualTo("5=1/1/1");
    }
}
