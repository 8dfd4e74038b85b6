package io.moltrail.command.account;

import java.io.IOException;

/** Where mails leave Moltrail. The same mail may come twice, after a failure in between. */
interface MailSink {

  void accept(Mail mail) throws IOException;
}
