using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Auctions;
using Corpus.Configs;
using DynamoToolkit;

namespace Corpus.Programs.BuilderHelpers;

/// <summary>Helpers that take a builder, add to it, and hand it on.</summary>
public static class BuilderHelpers
{
    public static Update<T> Touch<T>(this Update<T> update, Action<Update<T>>? more = null)
        where T : IItem<T>
    {
        more?.Invoke(update);
        return update;
    }

    public static Update<Lot> WithBid(this Update<Lot> update, decimal amount, string bidder) => update
        .Set(lot => lot.HighestBid, amount)
        .Set(lot => lot.HighestBidder, bidder)
        .If(lot => lot.HighestBid < amount);

    public static async Task<ItemResult<T>> SendAsync<T>(Update<T> update, CancellationToken cancellationToken)
        where T : IItem<T> => await update.ReturnNew().ExecuteAsync(cancellationToken);
}

public sealed class Bidding(DynamoClient db, DynamoTable<Lot> lots, DynamoTable<Bid> bids, DynamoTable<Configuration> configurations)
{
    public async Task BidAsync(Guid lot, string bidder, long cents, CancellationToken cancellationToken)
    {
        var update = lots.Update(Lot.Key(lot)).WithBid(cents / 100m, bidder);
        var bid = bids.Put(new Bid { LotId = lot, Amount = cents, Bidder = bidder, At = DateTimeOffset.UtcNow }).IfNotExists();
        await db.TransactWriteAsync([update, bid], cancellationToken);
    }

    public async Task<decimal> RaiseAsync(Guid lot, decimal by, CancellationToken cancellationToken)
    {
        var update = lots.Update(Lot.Key(lot)).Touch(u => u.IfExists());
        update.Add(l => l.HighestBid, by);
        var result = await BuilderHelpers.SendAsync(update, cancellationToken);
        return result.Item?.HighestBid ?? 0;
    }

    /// <summary>A builder that a method gets may still bypass version control there.</summary>
    public Task RedactAsync(ItemKey<Configuration> version, CancellationToken cancellationToken) =>
        Bypass(configurations.Update(version).Remove(c => c.Settings["password"])).ExecuteAsync(cancellationToken);

    private static Update<Configuration> Bypass(Update<Configuration> update) => update.BypassVersionControl();
}
