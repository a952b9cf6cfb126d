using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Ledger;
using DynamoToolkit;

namespace Corpus.Programs.Transfers;

/// <summary>Moves money: two accounts and two entries, in one transaction that is safe to repeat.</summary>
public sealed class Transfers(DynamoClient db, DynamoTable<Account> accounts, DynamoTable<LedgerEntry> entries)
{
    public async Task MoveAsync(string from, string to, Money amount, Guid transfer, CancellationToken cancellationToken)
    {
        var (source, target) = await db.TransactGetAsync(
            accounts.Get(Account.Key(from)), accounts.Get(Account.Key(to)), cancellationToken);
        if (source is null || target is null)
            throw new ArgumentException("There is no such account.");
        source.Balance = source.Balance with { Amount = source.Balance.Amount - amount.Amount };
        target.Balance = target.Balance with { Amount = target.Balance.Amount + amount.Amount };

        var now = DateTimeOffset.UtcNow;
        var options = new TransactWriteOptions { ClientRequestToken = transfer.ToString("N"), MaxConflictRetries = 3 };
        await db.TransactWriteAsync(
            [
                accounts.Put(source),
                accounts.Put(target),
                entries.Put(new LedgerEntry(from, now, transfer, amount with { Amount = -amount.Amount })).IfNotExists(),
                entries.Put(new LedgerEntry(to, now, transfer, amount)).IfNotExists(),
            ],
            options,
            cancellationToken);
    }

    /// <summary>The entries of a month, the latest first.</summary>
    public async Task<decimal> SumAsync(string account, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var sum = 0m;
        var query = entries.Query(LedgerEntry.Partition(account)).Where(entry => entry.BookedAt.Between(from, to)).Descending();
        await foreach (var entry in query.WithCancellation(cancellationToken))
            sum += entry.Amount.Amount;
        return sum;
    }
}
