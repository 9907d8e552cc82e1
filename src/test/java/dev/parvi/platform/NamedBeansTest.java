package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class NamedBeansTest {

    @Test
    void a_class_of_ours_is_found_by_its_name_without_looking_through_the_others() {
        try (var desk = desk(Room.class, Door.class)) {
            assertThat(desk.getBean(Door.class).room).isSameAs(desk.getBean(Room.class.getName()));
            assertThat(desk.getBeanFactory().getDependentBeans(Room.class.getName()))
                    .containsExactly(Door.class.getName());
        }
    }

    @Test
    void what_bears_another_name_is_looked_for_by_its_kind() {
        try (var desk = desk(Door.class)) {
            var room = new Room();
            desk.registerBean("elsewhere", Room.class, () -> room);

            assertThat(desk.getBean(Door.class).room).isSameAs(room);
        }
    }

    @Test
    void what_is_asked_for_by_another_sign_is_not_taken_by_its_name() {
        try (var desk = desk(Room.class, Side.class)) {
            var other = new Room();
            desk.registerBean("other", Room.class, () -> other);

            assertThat(desk.getBean(Side.class).room).isSameAs(other);
        }
    }

    private static AnnotationConfigApplicationContext desk(Class<?>... parts) {
        var desk = new AnnotationConfigApplicationContext(new NamedBeans());
        for (var part : parts) {
            desk.registerBean(part.getName(), part, definition -> definition.setLazyInit(true));
        }
        desk.refresh();
        return desk;
    }

    static class Room {}

    static class Door {

        private final Room room;

        Door(Room room) {
            this.room = room;
        }
    }

    static class Side {

        private final Room room;

        Side(@Qualifier("other") Room room) {
            this.room = room;
        }
    }
}
