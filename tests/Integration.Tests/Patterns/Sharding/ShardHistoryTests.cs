using System.Globalization;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>
/// Random histories of writes and deletes of sharded items read back equal to a plain list of them. <c>DTK_SHARD_HISTORIES</c> sets the
/// number of histories.
/// </summary>
public sealed class ShardHistoryTests : ShardTests
{
    private static readonly int Histories =
        int.Parse(Environment.GetEnvironmentVariable("DTK_SHARD_HISTORIES") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public async Task RandomShards_WithTies_ReadBackEqual()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var site = $"s{seed}";
            Dictionary<(int, int), Hit> items = [];
            for (var step = random.Next(60); step >= 0; step--)
                await WriteAsync(items, site, random);

            // The range that the query asks for, and what passes its filter.
            var (min, max, score) = (random.Next(20), 20 - random.Next(10), random.Next(3));
            var (range, isIn) = random.Next(6) switch
            {
                0 => (Hit.SortKey.AtLeast(min), (Func<int, bool>)(at => at >= min)),
                1 => (Hit.SortKey.LessThan(max), at => at < max),
                2 => (Hit.SortKey.Between(min, Math.Max(min, max)), at => at >= min && at <= Math.Max(min, max)),
                3 => (Hit.SortKey.GreaterThan(min), at => at > min),
                4 => (Hit.SortKey.EqualTo(min), at => at == min),
                _ => (default, _ => true),
            };
            var isFiltered = random.Next(3) == 0;
            var expected = items.Values.Where(hit => isIn(hit.At) && (!isFiltered || hit.Score == score)).ToList();
            await new ShardHistory<Hit>(random).CompareAsync(
                expected,
                (limit, size, isDescending) =>
                {
                    var query = Hits.Query(Hit.Partition(site), range);
                    query = isFiltered ? query.Where(h => h.Score == score) : query;
                    query = limit is { } wanted ? query.Limit(wanted) : query;
                    query = size is { } evaluated ? query.PageSize(evaluated) : query;
                    return isDescending ? query.Descending() : query;
                },
                static hit => (hit.At, hit.Shard!.Value),
                static hit => hit.ToString());
        }
    }

    [Fact]
    public async Task Indexes_WithTies_ReadBackEqual()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var room = $"r{seed}";
            await DeleteAllAsync();
            Dictionary<string, Message> items = [];
            for (var step = random.Next(60); step >= 0; step--)
                await WriteAsync(items, room, random);
            var expected = items.Values.Where(message => message.State == RunStatus.Running).ToList();
            await new ShardHistory<Message>(random).CompareAsync(
                expected,
                (limit, size, isDescending) =>
                {
                    var query = Messages.Query(Message.Index.ByState(RunStatus.Running));
                    query = limit is { } wanted ? query.Limit(wanted) : query;
                    query = size is { } evaluated ? query.PageSize(evaluated) : query;
                    return isDescending ? query.Descending() : query;
                },
                static message => (message.Priority, ShardOf(message)),
                static message => $"{message.Id} {message.Priority} {message.Author}");

            var byId = items.Values.OrderBy(message => message.Id, StringComparer.Ordinal).ToList();
            await new ShardHistory<Message>(random).CompareAsync(
                byId,
                (limit, size, isDescending) =>
                {
                    var query = Messages.Query(Message.Partition(room), Message.SortKey.StartsWith("m"));
                    query = limit is { } wanted ? query.Limit(wanted) : query;
                    query = size is { } evaluated ? query.PageSize(evaluated) : query;
                    return isDescending ? query.Descending() : query;
                },
                static message => (int.Parse(message.Id[1..], CultureInfo.InvariantCulture), 0),
                static message => $"{message.Id} {message.Priority} {message.Author}");
        }
    }

    private async Task WriteAsync(Dictionary<(int, int), Hit> items, string site, Random random)
    {
        var any = items.Count == 0 ? null : items.Values.ElementAt(random.Next(items.Count));
        switch (random.Next(5))
        {
            case 0 when any is not null:
                await Hits.DeleteAsync(any, Ct);
                items.Remove((any.At, any.Shard!.Value));
                break;
            case 1 when any is not null:
                var score = random.Next(3);
                await Hits.Update(any).Set(h => h.Score, score).ExecuteAsync(Ct);
                items[(any.At, any.Shard!.Value)] = any with { Score = score };
                break;
            case 2:
                var hits = Enumerable.Range(0, 4).Select(i => Draw() with { Shard = i }).DistinctBy(hit => (hit.At, hit.Shard)).ToList();
                await Db.TransactWriteAsync(hits.Select(Hits.Put), Ct);
                hits.ForEach(Add);
                break;
            default:
                var hit = Draw();
                await Hits.PutAsync(hit, Ct);
                Add(hit);
                break;
        }

        Hit Draw() => new() { Site = site, At = random.Next(20), Score = random.Next(3) };

        void Add(Hit hit) => items[(hit.At, hit.Shard!.Value)] = hit;
    }

    private async Task WriteAsync(Dictionary<string, Message> items, string room, Random random)
    {
        var id = $"m{random.Next(40):00}";
        switch (random.Next(4))
        {
            case 0:
                await Messages.DeleteAsync(Message.Key(room, id), Ct);
                items.Remove(id);
                break;
            case 1 when items.TryGetValue(id, out var known):
                known.State = random.Next(2) == 0 ? RunStatus.Running : RunStatus.Failed;
                await Messages.Update(Message.Key(room, id)).Set(m => m.State, known.State).ExecuteAsync(Ct);
                break;
            default:
                var message = new Message { Room = room, Id = id, Priority = random.Next(4), State = RunStatus.Running };
                (await Db.BatchWriteAsync([Messages.Put(message)], Ct)).ThrowIfIncomplete();
                items[id] = message;
                break;
        }
    }

    private async Task DeleteAllAsync() => (await Db.BatchWriteAsync(
        (await Messages.Scan().ToListAsync(Ct)).Select(message => Messages.Delete(Message.Key(message.Room, message.Id))), Ct))
        .ThrowIfIncomplete();

    private static int ShardOf(Message message) => (int)(Hash($"{message.Room}#{message.Id}") % 8);

    private static ulong Hash(string text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var one in System.Text.Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ one) * 0x100000001b3UL);
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xff51afd7ed558ccdUL);
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xc4ceb9fe1a85ec53UL);
        return hash ^ (hash >> 33);
    }
}
