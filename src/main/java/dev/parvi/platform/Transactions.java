package dev.parvi.platform;

import java.util.Arrays;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.ProxyTransactionManagementConfiguration;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/** Transactions by annotation. A start goes through all methods of each part for them, unless it's plain that there are none. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Transactions extends ProxyTransactionManagementConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @Override
    public TransactionAttributeSource transactionAttributeSource() {
        return new Marked();
    }

    /** In our own classes the annotation stands on the class or on one of its methods, never on an interface. */
    static final class Marked extends AnnotationTransactionAttributeSource {

        private static final String OURS = "dev.parvi.";

        Marked() {
            super(false);
        }

        @Override
        public boolean isCandidateClass(Class<?> kind) {
            return kind.getName().startsWith(OURS) ? marked(kind) : super.isCandidateClass(kind);
        }

        private static boolean marked(Class<?> kind) {
            return kind.isAnnotationPresent(Transactional.class)
                    || Arrays.stream(kind.getDeclaredMethods())
                            .anyMatch(method -> method.isAnnotationPresent(Transactional.class))
                    || kind.getSuperclass() != null && marked(kind.getSuperclass());
        }
    }
}
