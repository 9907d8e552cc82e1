package dev.parvi.listening;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
@Import(TestNews.class)
class StoryDoorTest {

    @Autowired
    private Given given;

    @Autowired
    private TestNews news;

    @Autowired
    private MockMvc mvc;

    @Test
    void an_items_link_leads_into_the_story_that_it_tells_now() throws Exception {
        var seat = given.brand();
        var item = news.says(seat, news.source(seat, "A"), TestNews.RECALL, TestNews.RECALL_WORDS);
        mvc.perform(get(given.at(seat) + "/news/items/" + item).with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/news/" + news.story(seat, item) + "/items/" + item));
    }

    @Test
    void a_story_that_was_let_go_of_or_belongs_to_another_brand_is_not_found() throws Exception {
        var theirs = given.brand();
        var item = news.says(theirs, news.source(theirs, "A"), TestNews.RECALL, TestNews.RECALL_WORDS);
        var seat = given.brand();
        for (var path : new String[] {"/news/999999999", "/news/" + news.story(theirs, item), "/news/items/" + item}) {
            mvc.perform(get(given.at(seat) + path).with(given.signedIn(seat))).andExpect(status().isNotFound());
        }
    }
}
