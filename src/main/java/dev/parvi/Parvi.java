package dev.parvi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the desk. */
@Modulithic(systemName = "Parvi")
@SpringBootApplication
public class Parvi {

    public static void main(String[] args) {
        SpringApplication.run(Parvi.class, args);
    }
}
