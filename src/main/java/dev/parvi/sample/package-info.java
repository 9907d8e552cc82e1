/** The sample brand: a small roastery with two weeks behind it, made through the rooms' own use cases. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "team",
            "brand",
            "page",
            "connector",
            "account",
            "tracking",
            "listening",
            "planning",
            "publishing",
            "community",
            "audience",
            "analysis"
        })
package dev.parvi.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
