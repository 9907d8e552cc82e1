/** What we want to say and when: ideas, posts, versions, slots, pillars, approval, calendar. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "team",
            "brand",
            "connector",
            "account",
            "tracking",
            "listening"
        })
package dev.parvi.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
