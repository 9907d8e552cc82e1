/** Growth by the right people: who follows and who fits the target audience, campaigns' cost and result, people who matter. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "text",
            "team",
            "brand",
            "page",
            "connector",
            "account",
            "tracking",
            "listening",
            "planning",
            "publishing",
            "community"
        })
package dev.parvi.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
