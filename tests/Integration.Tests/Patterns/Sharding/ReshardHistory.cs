using System.Globalization;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>Random writes and reads of a program that knows one declaration of the shards, compared with a list of all items.</summary>
/// <typeparam name="T">The type, as the program declares it.</typeparam>
/// <param name="table">The program's table.</param>
/// <param name="random">Draws what the program does.</param>
internal sealed class ReshardHistory<T>(DynamoTable<T> table, Random random)
    where T : class, IChat<T>, IItem<T>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Writes, and compares what is read.</summary>
    /// <param name="room">The key of the items.</param>
    /// <param name="model">The items: priority and state by id.</param>
    public async Task RunAsync(string room, Dictionary<string, (int Priority, RunStatus State)> model)
    {
        for (var step = random.Next(25); step >= 0; step--)
            await WriteAsync(room, model);
        await CompareAsync(room, model);
    }

    /// <summary>Moves some items, or all of them, as far as it gets.</summary>
    public async Task<string?> ReshardAsync(int maxPages)
    {
        string? next = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var options = new SweepOptions
        {
            PageSize = random.Next(1, 9),
            OnPage = async (progress, _) =>
            {
                next = progress.Next;
                if (--maxPages == 0)
                    await stop.CancelAsync();
            },
        };
        try
        {
            await table.ReshardAsync(options, stop.Token);
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            // The tool was stopped, as by a restart of its process.
        }

        return next;
    }

    private async Task WriteAsync(string room, Dictionary<string, (int Priority, RunStatus State)> model)
    {
        var id = $"{random.Next(30):00}";
        var isKnown = model.TryGetValue(id, out var known);
        switch (random.Next(5))
        {
            case 0:
                await table.DeleteAsync(T.Key(room, id), Ct);
                model.Remove(id);
                break;
            case 1 when isKnown:
                var state = random.Next(2) == 0 ? RunStatus.Running : RunStatus.Scheduled;
                await table.Put(Item(room, id, (known.Priority, state))).ExecuteAsync(Ct);
                model[id] = (known.Priority, state);
                break;
            case 2 when isKnown:
                await Assert.ThrowsAnyAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(
                    () => table.CreateAsync(T.Make(room, id, 99), Ct));
                break;
            case 3:
                await table.Client.TransactWriteAsync([table.Put(Item(room, id, (1, RunStatus.Running)))], Ct);
                model[id] = (1, RunStatus.Running);
                break;
            default:
                var item = (random.Next(4), RunStatus.Scheduled);
                (await table.Client.BatchWriteAsync([table.Put(Item(room, id, item))], Ct)).ThrowIfIncomplete();
                model[id] = item;
                break;
        }
    }

    private async Task CompareAsync(string room, Dictionary<string, (int Priority, RunStatus State)> model)
    {
        var expected = model.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => Item(room, one.Key, one.Value)).ToList();
        var history = new ShardHistory<T>(random);
        await history.CompareAsync(
            expected,
            (limit, size, isDescending) =>
            {
                var query = table.Query(T.Partition(room));
                query = limit is { } wanted ? query.Limit(wanted) : query;
                query = size is { } evaluated ? query.PageSize(evaluated) : query;
                return isDescending ? query.Descending() : query;
            },
            static chat => (int.Parse(chat.Id, CultureInfo.InvariantCulture), 0),
            static chat => $"{chat.Id} {chat.Priority} {chat.State}");
        var scheduled = expected.Where(chat => chat.State == RunStatus.Scheduled).ToList();
        await history.CompareAsync(
            scheduled,
            (limit, size, isDescending) => T.QueryByState(table, RunStatus.Scheduled, limit, size, isDescending),
            static chat => (chat.Priority, 0),
            static chat => $"{chat.Id} {chat.Priority} {chat.State}");
        foreach (var (id, one) in model)
        {
            var found = await table.GetAsync(T.Key(room, id), cancellationToken: Ct);
            Assert.Equal(one, found is { } chat ? (chat.Priority, chat.State) : default);
        }
    }

    private static T Item(string room, string id, (int Priority, RunStatus State) one)
    {
        var item = T.Make(room, id, one.Priority);
        item.State = one.State;
        return item;
    }
}
