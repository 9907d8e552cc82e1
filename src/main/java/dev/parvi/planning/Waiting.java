package dev.parvi.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The posts that wait for somebody to go on with them; any member may look. */
@Component
public class Waiting {

    private final WaitingPosts posts;

    Waiting(WaitingPosts posts) {
        this.posts = posts;
    }

    /** The latest of each state, at most {@code each}: asked for a yes first, then changes wanted, approved, drafts. */
    @Transactional(readOnly = true)
    public List<WaitingPost> latest(int each) {
        return posts.latest(each);
    }
}
