using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Sessions;
using DynamoToolkit;

namespace Corpus.Programs.SessionStore;

/// <summary>Sessions of a web application.</summary>
public sealed class SessionStore(DynamoClient db, DynamoTable<Session> sessions, DynamoTable<RefreshToken> tokens)
{
    public async Task<string> BeginAsync(string? user, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = DateTimeOffset.UtcNow;
        await sessions.PutAsync(
            new Session { SessionId = id, UserId = user, StartedAt = now, EndsAt = now.AddHours(8) }, cancellationToken);
        return id;
    }

    public ValueTask<Session?> FindAsync(string id, CancellationToken cancellationToken) =>
        sessions.GetAsync(Session.Key(id), cancellationToken: cancellationToken);

    public Task SetAsync(string id, string name, string value, CancellationToken cancellationToken) =>
        sessions.Update(Session.Key(id)).Set(s => s.Data[name], value).IfExists().ExecuteAsync(cancellationToken);

    public async Task SignOutEverywhereAsync(string user, CancellationToken cancellationToken)
    {
        var all = await sessions.Query(Session.Index.ByUser(user)).As<SessionHead>().ToListAsync(cancellationToken);
        var result = await db.BatchWriteAsync(all.Select(head => sessions.Delete(Session.Key(head.SessionId))), cancellationToken);
        result.ThrowIfIncomplete();
    }

    /// <summary>Exchanges a refresh token; one that was used already ends its whole family.</summary>
    public async Task<RefreshToken?> RefreshAsync(string hash, RefreshToken next, CancellationToken cancellationToken)
    {
        var use = tokens.Update(RefreshToken.Key(hash)).Set(t => t.IsUsed, true).If(t => t.IsUsed == false).ReturnItemOnFailure();
        try
        {
            await db.TransactWriteAsync([use, tokens.Put(next).IfNotExists()], cancellationToken);
            return next;
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(use))
        {
            if (canceled.FailureOf(use)?.CurrentItem<RefreshToken>() is { } stolen)
                await EndFamilyAsync(stolen.Family, cancellationToken);
            return null;
        }
    }

    private async Task EndFamilyAsync(Guid family, CancellationToken cancellationToken)
    {
        List<IWriteOperation> deletes = [];
        await foreach (var token in tokens.Query(RefreshToken.Index.ByFamily(family)).WithCancellation(cancellationToken))
            deletes.Add(tokens.Delete(token));
        (await db.BatchWriteAsync(deletes, cancellationToken)).ThrowIfIncomplete();
    }
}

[DynamoMap]
public sealed partial record SessionHead(string SessionId);
