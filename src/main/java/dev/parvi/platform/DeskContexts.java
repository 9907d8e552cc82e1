package dev.parvi.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Desks whose parts find each other by their names: a sixth of a start otherwise goes into looking through all of them for each. */
public final class DeskContexts implements ApplicationContextFactory {

    @Override
    public ConfigurableApplicationContext create(@Nullable WebApplicationType type) {
        var beans = new NamedBeans();
        return AotDetector.useGeneratedArtifacts()
                ? new ServletWebServerApplicationContext(beans)
                : new AnnotationConfigServletWebServerApplicationContext(beans);
    }
}
