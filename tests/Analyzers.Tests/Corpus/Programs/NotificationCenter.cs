using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Notifications;
using DynamoToolkit;

namespace Corpus.Programs.NotificationCenter;

/// <summary>Notifications of a person.</summary>
public sealed class NotificationCenter(DynamoClient db, DynamoTable<Notification> notifications)
{
    public async Task SendAsync(IReadOnlyCollection<Guid> people, string text, Channels channels, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7().ToString("N");
        foreach (var chunk in people.Chunk(1000))
        {
            var puts = chunk.Select(person => notifications.Put(
                new Notification { PersonId = person, NotificationId = id, Text = text, Channels = channels }));
            var options = new BatchWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total };
            var result = await db.BatchWriteAsync(puts, options, cancellationToken);
            result.ThrowIfIncomplete();
        }
    }

    public Task<long> UnreadAsync(Guid person, CancellationToken cancellationToken) =>
        notifications.Query(Notification.Partition(person)).Where(n => n.ReadAt.NotExists()).CountAsync(cancellationToken);

    public async Task ReadAllAsync(Guid person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A batch can't update, so that the updates run side by side, a few at a time.
        var unread = notifications.Query(Notification.Partition(person)).Where(n => n.ReadAt.NotExists()).AsAsyncEnumerable();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(unread, options, async (one, token) =>
            await notifications.Update(Notification.Key(person, one.NotificationId))
                .Set(n => n.ReadAt, now)
                .IfExists()
                .ExecuteAsync(token));
    }

    public async Task<bool> WantsMailAsync(Guid person, string id, CancellationToken cancellationToken) =>
        await notifications.GetAsync(Notification.Key(person, id), cancellationToken: cancellationToken) is { } found
            && found.Channels.HasFlag(Channels.Mail);
}
