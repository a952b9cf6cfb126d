using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Subscriptions;
using DynamoToolkit;

namespace Corpus.Programs.Renewals;

/// <summary>Renews the subscriptions of a day.</summary>
public sealed class Renewals(DynamoTable<Subscription> subscriptions, Func<Subscription, CancellationToken, Task<bool>> charge)
{
    public async Task<int> RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var renewed = 0;
        var query = subscriptions.Query(Subscription.Index.Renewals(day));
        await Parallel.ForEachAsync(query.AsAsyncEnumerable(), cancellationToken, async (subscription, token) =>
        {
            if (!await charge(subscription, token))
                return;
            subscription.RenewsOn = subscription.Period == BillingPeriod.Monthly ? day.AddMonths(1) : day.AddYears(1);
            await subscriptions.PutAsync(subscription, token);
            Interlocked.Increment(ref renewed);
        });
        return renewed;
    }

    public Task ChangeCardAsync(Subscription subscription, Card card, CancellationToken cancellationToken) =>
        subscriptions.Update(subscription)
            .Set(s => s.Card.Brand, card.Brand)
            .Set(s => s.Card.LastDigits, card.LastDigits)
            .Set(s => s.Card.ExpiryYear, card.ExpiryYear)
            .Set(s => s.Card.ExpiryMonth, card.ExpiryMonth)
            .ExecuteAsync(cancellationToken);

    public Task CancelAsync(string customer, Guid id, string etag, CancellationToken cancellationToken) =>
        subscriptions.Update(Subscription.Key(customer, id))
            .Remove(s => s.RenewsOn)
            .IfConcurrencyToken(etag)
            .ExecuteAsync(cancellationToken);
}
