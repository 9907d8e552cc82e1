package dev.parvi.support;

import dev.parvi.Parvi;
import dev.parvi.listening.FoundOnNetworks;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ContextConfiguration;

/** The whole desk on a real database with a clock set by hand; nothing runs in the background. One context serves all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = {Parvi.class, HandTime.class, TestNetworks.class, Given.class, Posted.class, FoundOnNetworks.class})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = DeskForTests.class)
public @interface DeskTest {}
