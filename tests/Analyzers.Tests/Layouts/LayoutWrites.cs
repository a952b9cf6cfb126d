using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Random writes through random types of a layout, checked against the naive model.</summary>
internal sealed class LayoutWrites(DynamoClient client, IReadOnlyList<ItemCase> layout, LayoutTable table, Random random)
{
    /// <summary>One write.</summary>
    public Task StepAsync() => random.Next(8) switch
    {
        < 4 => PutAsync(),
        < 6 => UpdateAsync(),
        6 => DeleteAsync(),
        _ => RefusedAsync(),
    };

    private async Task PutAsync()
    {
        var exact = One(layout.Where(static type => type.IsConcrete));
        var item = exact.Draw(random, SameKey(exact));
        var through = One(layout.Where(type => type.Viewed is null && type.Includes(exact)));
        var way = (WriteWay)random.Next(4);
        var stored = exact.Store(item);
        await WriteAsync(through, stored.Key, way, old => stored, () => through.PutAsync(client, item, way));
    }

    private async Task UpdateAsync()
    {
        var through = One(layout);
        var created = layout.First(type => type.Type == (through.Viewed ?? through.Type));
        var sameKey = KeyFor(through);
        int? n = random.Next(4) == 0 ? null : random.Next(100, 200);
        var way = (WriteWay)random.Next(3);

        // A base class that is abstract cannot create an item, and an update that only removes does not create one.
        Func<StoredItem?, StoredItem?> change = old =>
            old is not null ? With(old, n) : created.IsConcrete && n is not null ? created.Create(sameKey, n) : null;
        if (table.Find(sameKey.Key) is null && !created.IsConcrete)
            await FailsAsync(through.UpdateAsync(client, sameKey.Key, n, way));
        else
            await WriteAsync(through, sameKey.Key, way, change, () => through.UpdateAsync(client, sameKey.Key, n, way));
    }

    private async Task DeleteAsync()
    {
        var through = One(layout);
        var key = KeyFor(through).Key;
        var way = (WriteWay)random.Next(4);
        await WriteAsync(through, key, way, static _ => null, () => through.DeleteAsync(client, key, way));
    }

    /// <summary>A put of a view, and writes with keys of other types.</summary>
    private async Task RefusedAsync()
    {
        var through = One(layout);
        if (through.Viewed is not null)
        {
            var way = (WriteWay)random.Next(4);
            await Assert.ThrowsAsync<InvalidOperationException>(() => through.PutAsync(client, through.Draw(random), way));
        }

        if (table.All.FirstOrDefault(item => !through.Matches(item.Key)) is not { } foreign)
            return;

        await Assert.ThrowsAnyAsync<ArgumentException>(() => through.DeleteAsync(client, foreign.Key, (WriteWay)random.Next(4)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => through.UpdateAsync(client, foreign.Key, 1, (WriteWay)random.Next(3)));
    }

    private async Task WriteAsync(
        ItemCase through, ItemKeyText key, WriteWay way, Func<StoredItem?, StoredItem?> change, Func<Task<string?>> write)
    {
        // A batch has no conditions. Everywhere else a write keeps to items of its own type.
        var old = table.Find(key);
        if (old is not null && !through.Includes(old.Type) && way is not WriteWay.Batch)
        {
            await FailsAsync(write());
            return;
        }

        var returned = await write();
        if (way is WriteWay.ReturnOld)
            Assert.Equal(old?.ShowAs(through), returned);
        if (change(old) is { } item)
            table.Put(item);
        else
            table.Remove(key);
    }

    private static async Task FailsAsync(Task write)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => write);
        Assert.True(failure is ConditionalCheckFailedException or TransactWriteCanceledException, failure.ToString());
    }

    private static StoredItem With(StoredItem old, int? n)
    {
        var members = old.Members.ToDictionary();
        if (n is { } number)
            members["N"] = number;
        else
            members["G"] = null;
        return old with { Members = members };
    }

    /// <summary>A key that items of a type can have.</summary>
    private StoredItem KeyFor(ItemCase through)
    {
        var keys = layout.First(type => type.IsConcrete && HasSameKeys(type, through));
        return SameKey(keys) ?? keys.Store(keys.Draw(random));
    }

    /// <summary>Often an item that has a key of a type's templates.</summary>
    private StoredItem? SameKey(ItemCase type)
    {
        var items = table.All.Where(item => HasSameKeys(item.Type, type)).ToList();
        return items.Count == 0 || random.Next(2) == 0 ? null : One(items);
    }

    private static bool HasSameKeys(ItemCase one, ItemCase other) => one.Unit == other.Unit;

    private TItem One<TItem>(IEnumerable<TItem> items) => random.GetItems([.. items], 1)[0];
}
