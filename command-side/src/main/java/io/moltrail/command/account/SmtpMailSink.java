package io.moltrail.command.account;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to a mail server, one connection each. Where there is a password, it is sent over TLS
 * only, and so is the mail; otherwise TLS is used where the server offers it. The server must show
 * a certificate for its name.
 */
final class SmtpMailSink implements MailSink {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailSink.class);

  /** A conversation of ten answers ends within the minute after which another node may try. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  /** The first digit of answers after which trying again is of no use (RFC 5321). */
  private static final int PERMANENT = 5;

  private final MailServer server;
  private final Properties properties;

  SmtpMailSink(MailServer server) {
    this(server, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param tls knows whom to trust
   */
  SmtpMailSink(MailServer server, SSLSocketFactory tls) {
    this.server = server;
    this.properties = properties(server, tls);
  }

  private static Properties properties(MailServer server, SSLSocketFactory tls) {
    String prefix = "mail." + protocol(server) + ".";
    String silence = Long.toString(LONGEST_SILENCE.toMillis());
    Properties properties = new Properties();
    properties.put(prefix + "connectiontimeout", silence);
    properties.put(prefix + "timeout", silence);
    properties.put(prefix + "writetimeout", silence);
    properties.put(prefix + "auth", Boolean.toString(server.account().isPresent()));
    properties.put(prefix + "starttls.enable", "true");
    properties.put(
        prefix + "starttls.required",
        Boolean.toString(!server.secure() && server.account().isPresent()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put(prefix + "ssl.socketFactory", tls);
    properties.put(prefix + "ssl.socketFactory.fallback", "false");
    return properties;
  }

  private static String protocol(MailServer server) {
    return server.secure() ? "smtps" : "smtp";
  }

  /**
   * @throws RecipientRefused when the server has nobody of that address, for good
   * @throws IOException saying which step failed and no more: the library's own words repeat the
   *     recipient and what the server said about them
   */
  @Override
  public void accept(Mail mail) throws IOException {
    Session session = session(mail);
    Transport transport = transport(session);
    try {
      connect(transport);
      hand(mail, session, transport);
    } finally {
      close(transport);
    }
  }

  /** What some servers do not know is asked of them only where an address needs it (RFC 6531). */
  private Session session(Mail mail) {
    Properties ofThis = new Properties();
    ofThis.putAll(properties);
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(mail.recipient());
    ofThis.put("mail.mime.allowutf8", Boolean.toString(!plain));
    return Session.getInstance(ofThis);
  }

  private Transport transport(Session session) {
    try {
      return session.getTransport(protocol(server));
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("the library knows smtp and smtps", e);
    }
  }

  private void connect(Transport transport) throws IOException {
    Optional<MailServer.Account> account = server.account();
    try {
      transport.connect(
          server.host(),
          server.port(),
          account.map(MailServer.Account::user).orElse(null),
          account.map(MailServer.Account::password).orElse(null));
    } catch (MessagingException e) {
      throw new IOException("the mail server did not let us in: " + kind(e));
    }
  }

  private void hand(Mail mail, Session session, Transport transport) throws IOException {
    try {
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(mail.message())),
          new InternetAddress[] {new InternetAddress(mail.recipient(), true)});
    } catch (MessagingException e) {
      if (refusedForGood(e)) {
        throw new RecipientRefused();
      }
      throw new IOException("the mail server did not take the mail: " + kind(e));
    }
  }

  private static boolean refusedForGood(MessagingException failure) {
    Exception cause = failure;
    while (cause instanceof MessagingException step) {
      if (step instanceof SMTPAddressFailedException address
          && address.getReturnCode() / 100 == PERMANENT) {
        return true;
      }
      cause = step.getNextException();
    }
    return false;
  }

  /** However the conversation ends, what was taken has been taken. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server did not say goodbye: {}", kind(e));
    }
  }

  private static String kind(MessagingException failure) {
    Exception cause = failure.getNextException();
    return failure.getClass().getSimpleName()
        + (cause == null ? "" : " by " + cause.getClass().getSimpleName());
  }
}
