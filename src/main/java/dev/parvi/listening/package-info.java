/** The field, before the audience knows: sources that we read, their items, the stories these make, and topics. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "ui", "text", "team", "brand", "page", "connector", "account"})
package dev.parvi.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
