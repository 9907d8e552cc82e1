/** What people say to us: conversations, comments, persons and their profiles, what is understood of them. */
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
            "publishing"
        })
package dev.parvi.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
