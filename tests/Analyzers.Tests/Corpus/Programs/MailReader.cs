using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Inbox;
using DynamoToolkit;

namespace Corpus.Programs.MailReader;

/// <summary>Reads an inbox.</summary>
internal sealed class MailReader
{
    private readonly DynamoTable<Mail> mails;

    internal MailReader(DynamoTable<Mail> mails) => this.mails = mails;

    internal async Task<long> UnreadAsync(string person, CancellationToken ct) =>
        await mails.Query(Mail.Index.Unread(person)).As<MailHead>().CountAsync(ct);

    internal IAsyncEnumerable<Page<Mail>> PagesAsync(string person) =>
        mails.Query(Mail.Partition(person)).Descending().Limit(50).PagesAsync();

    internal Task MarkReadAsync(Mail mail, CancellationToken ct) =>
        mails.Update(mail).Remove(m => m.UnreadBy).IfExists().ExecuteAsync(ct);

    internal async Task KeepAsync(Mail mail, CancellationToken ct)
    {
        if (mail.DeletedAt < DateTimeOffset.UtcNow.AddDays(30))
            await mails.RestoreAsync(Mail.Key(mail.PersonId, mail.SentAt, mail.MailId), ct);
    }
}

[DynamoMap]
internal sealed partial record MailHead(string PersonId, DateTimeOffset SentAt);
