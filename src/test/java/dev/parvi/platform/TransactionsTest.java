package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

class TransactionsTest {

    private final Transactions.Marked marked = new Transactions.Marked();

    @Test
    void a_class_of_ours_is_looked_at_where_it_its_parent_or_one_of_its_methods_is_marked() {
        assertThat(marked.isCandidateClass(Whole.class)).isTrue();
        assertThat(marked.isCandidateClass(One.class)).isTrue();
        assertThat(marked.isCandidateClass(Child.class)).isTrue();
    }

    @Test
    void any_other_of_ours_is_passed_over() {
        assertThat(marked.isCandidateClass(Plain.class)).isFalse();
        assertThat(marked.isCandidateClass(Runnable.class)).isFalse();
    }

    @Test
    void what_is_not_ours_is_looked_at_as_ever() {
        assertThat(marked.isCandidateClass(org.springframework.jdbc.core.JdbcTemplate.class))
                .isTrue();
    }

    @Test
    void what_a_mark_says_holds() throws NoSuchMethodException {
        var said = marked.getTransactionAttribute(One.class.getDeclaredMethod("look"), One.class);

        assertThat(said).isNotNull();
        assertThat(said.isReadOnly()).isTrue();
        assertThat(said.rollbackOn(new IOException())).isFalse();
    }

    @Transactional
    static class Whole {}

    static class One {

        @Transactional(readOnly = true)
        void look() {}

        void other() {}
    }

    static class Child extends One {}

    static class Plain {

        void nothing() {}
    }
}
