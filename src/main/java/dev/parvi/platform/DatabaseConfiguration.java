package dev.parvi.platform;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three ways into one database: the owner migrates, {@code desk} sees one brand at a time, {@code worker} the queue over
 * all brands. The last two are roles without a login, taken on when a pool opens a connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DatabaseConfiguration {

    static final int DESK_CONNECTIONS = 16;
    static final int WORKER_CONNECTIONS = 8;

    @Bean
    Home home(DeskSettings settings) {
        return new Home(settings.home().toAbsolutePath());
    }

    @Bean
    Database database(
            DeskSettings settings,
            ObjectProvider<EarlyDatabase.Opening> early,
            @Value("${parvi.command:false}") boolean command) {
        var opening = early.getIfAvailable();
        if (opening != null) {
            return opening.await();
        }
        if (!command) {
            return EarlyDatabase.opened(settings);
        }
        var beside = Database.beside(settings);
        beside.migrate();
        return beside;
    }

    @Bean
    @Primary
    DataSource deskSource(Database database) {
        return pool(database, "desk", DESK_CONNECTIONS);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("worker")
    DataSource workerSource(Database database) {
        return pool(database, "worker", WORKER_CONNECTIONS);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource deskSource) {
        return new TenantTransactions(deskSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("worker")
    PlatformTransactionManager workerTransactions(@Qualifier("worker") DataSource source) {
        return new TenantTransactions(source);
    }

    @Bean
    @Primary
    TransactionTemplate deskTransaction(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("worker")
    TransactionTemplate workerTransaction(@Qualifier("worker") PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @Primary
    JdbcClient deskClient(DataSource deskSource) {
        return JdbcClient.create(deskSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("worker")
    JdbcClient workerClient(@Qualifier("worker") DataSource source) {
        return JdbcClient.create(source);
    }

    private static HikariDataSource pool(Database database, String role, int size) {
        var pool = new HikariDataSource();
        pool.setPoolName(role);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        // Statements of a few milliseconds are not worth compiling.
        pool.setConnectionInitSql("set role " + role + "; set jit = off");
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
