using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.RateLimits;
using DynamoToolkit;
using DynamoToolkit.Borders;

namespace Corpus.Programs.RateLimiter;

/// <summary>Allows a number of calls a minute, and answers repeated requests as it did at first.</summary>
public sealed class RateLimiter(DynamoTable<CallWindow> windows, DynamoTable<IdempotentAnswer> answers, TimeProvider clock)
{
    public async Task<bool> TryEnterAsync(string client, int limit, CancellationToken cancellationToken)
    {
        var window = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        try
        {
            await windows.Update(CallWindow.Key(client, window))
                .Add(w => w.Calls, 1)
                .SetIfNotExists(w => w.ExpiresAt, (window + 10) * 60)
                .If(w => w.Calls.NotExists() | w.Calls < limit)
                .ExecuteAsync(cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public async Task<IdempotentAnswer> OnceAsync(
        string request, Func<CancellationToken, Task<IdempotentAnswer>> work, CancellationToken cancellationToken)
    {
        if (await answers.GetAsync(IdempotentAnswer.Key(request), consistentRead: true, cancellationToken) is { } known)
            return known;
        var answer = await work(cancellationToken) with { ExpiresAt = clock.GetUtcNow().AddDays(1) };
        var put = answers.Put(answer).IfNotExists().ReturnItemOnFailure();
        try
        {
            await put.ExecuteAsync(cancellationToken);
            return answer;
        }
        catch (ConditionalCheckFailedException taken) when (taken.Item is { Count: > 0 } item)
        {
            return AttributeMapExtensions.FromAttributeMap<IdempotentAnswer>(item);
        }
    }
}
