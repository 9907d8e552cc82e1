package dev.parvi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts the desk. Beans are known by their full names: two rooms may each have a {@code Posting}. */
@Modulithic(systemName = "Parvi")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Parvi {

    public static void main(String[] args) {
        SpringApplication.run(Parvi.class, args);
    }
}
