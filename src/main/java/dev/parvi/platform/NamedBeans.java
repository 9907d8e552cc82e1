package dev.parvi.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Our components bear the names of their classes, so whoever asks for a class of ours is given the bean of that name; all else is
 * looked for as ever.
 */
final class NamedBeans extends DefaultListableBeanFactory {

    private static final String OURS = "dev.parvi.";

    @Override
    public @Nullable Object resolveDependency(
            DependencyDescriptor wanted,
            @Nullable String by,
            @Nullable Set<String> found,
            @Nullable TypeConverter converter) {
        var type = wanted.getDependencyType();
        var name = type.getName();
        if (!name.startsWith(OURS) || !containsBeanDefinition(name) || wanted.getAnnotations().length > 0) {
            return super.resolveDependency(wanted, by, found, converter);
        }
        if (found != null) {
            found.add(name);
        }
        return getBean(name, type);
    }
}
