using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Keeps the copies of children's values in a map of their parent.</summary>
/// <typeparam name="TParent">The type of the parents.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
/// <param name="client">The client.</param>
/// <param name="map">The member.</param>
internal sealed class MapMaterializer<TParent, TChild>(DynamoClient client, MaterializedMap<TParent, TChild> map) : Materializer
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly MaterializedTarget<TParent> target = new(client.Table<TParent>().Handle, map);
    private readonly ChildReader<TParent, TChild> children = new(client.Table<TChild>().Handle, map);

    /// <summary>Copies the value of a child after a change of it, or removes the copy if the child does not exist.</summary>
    /// <param name="child">The key of the child.</param>
    /// <param name="change">The change, as <see cref="SourcePosition.Of"/> writes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ApplyAsync(ItemKey<TChild> child, string change, CancellationToken cancellationToken)
    {
        var place = map.PlaceOf(child);
        return map.Includes(place.Name)
            ? RetryAsync(
                client.Context,
                () => TryApplyAsync(place, child, change, cancellationToken),
                () => Describe(place.Parent),
                cancellationToken)
            : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<bool> RebuildAsync(
        KeyValue partition, KeyValue sort, bool onlyIfNew, SweepBudget? budget, CancellationToken cancellationToken)
    {
        var parent = new ItemKey<TParent>(partition, sort);
        return RetryAsync(
            client.Context,
            async () => await target.ReadAsync(parent, budget, cancellationToken).ConfigureAwait(false) is { } state
                    && !(onlyIfNew && state.Source is not null)
                ? await TryRebuildAsync(parent, state, change: null, budget, cancellationToken).ConfigureAwait(false)
                : false,
            () => Describe(parent),
            cancellationToken);
    }

    private async Task<bool?> TryApplyAsync(
        ChildPlace<TParent> place, ItemKey<TChild> child, string change, CancellationToken cancellationToken)
    {
        // Without a parent there is nothing to do: when it is created, its insertion is a change of its own, which copies all children.
        if (await target.ReadAsync(place.Parent, budget: null, cancellationToken).ConfigureAwait(false) is not { } state)
            return false;
        var isTooLarge = state.Copies is { } all && SizeOf(all) > map.MaxBytes;
        if (!isTooLarge && state.Source?.EndsWith(place.Name, change) == true)
            return false;
        if (isTooLarge || state is not { Source: { } source, Copies: { } copies })
            return await TryRebuildAsync(place.Parent, state, (place.Name, change), budget: null, cancellationToken).ConfigureAwait(false);

        // The child is read after the place was read, so what is copied is not older than any change that the place contains.
        var (exists, item) = await children.ReadAsync(child, cancellationToken).ConfigureAwait(false);
        var value = exists ? map.ValueOf(item!) : default;
        if (!value.IsNone && SizeOf(copies.Where(one => one.Key != place.Name).Append(new(place.Name, value))) > map.MaxBytes)
            return await TryRebuildAsync(place.Parent, state, (place.Name, change), budget: null, cancellationToken).ConfigureAwait(false);

        // Copies in several places may each fit, and together be too large. The last of their writers sees that, and tries again.
        var after = await target.TryChangeAsync(place.Parent, source, place.Name, value, change, cancellationToken).ConfigureAwait(false);
        return after is null || (after.Copies is { } now && SizeOf(now) > map.MaxBytes) ? null : true;
    }

    /// <summary>Copies the values of all children, if nobody else has written the map since it was read.</summary>
    /// <param name="parent">The key of the parent.</param>
    /// <param name="state">What was read.</param>
    /// <param name="change">
    /// The place and the change that the map contains afterwards. Without one, a map that is right is not written again.
    /// </param>
    /// <param name="budget">Counts what it uses; null to count nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async Task<bool?> TryRebuildAsync(
        ItemKey<TParent> parent,
        MaterializedState state,
        (string Name, string Change)? change,
        SweepBudget? budget,
        CancellationToken cancellationToken)
    {
        Dictionary<string, KeyValue> copies = [];
        await children.ReadAllAsync(parent, Add, budget, cancellationToken).ConfigureAwait(false);
        var fits = SizeOf(copies) <= map.MaxBytes;
        var isRight = fits ? state.Copies is not null && AreEqual(state.Copies, copies) : state.Copies is null;
        if (isRight && change is null && state.Source is not null)
            return false;

        var after = Next(state.Source, copies, fits, change);
        var set = target.Set(fits ? ToJson(copies) : null);
        return await target.TryReplaceAsync(parent, state, set, after, budget, cancellationToken).ConfigureAwait(false)
            ? !isRight
            : null;

        void Add(string name, TChild child)
        {
            if (map.Includes(name) && map.ValueOf(child) is { IsNone: false } value)
                copies[name] = value;
        }
    }

    private MaterializedSource Next(
        MaterializedSource? before, Dictionary<string, KeyValue> copies, bool fits, (string Name, string Change)? change)
    {
        // Without copies no place is written alone. The new id fails writers who still mean to.
        if (!fits)
            return MaterializedSource.New();

        before ??= MaterializedSource.New();
        var now = client.Context.Time.GetUtcNow();
        var positions = new Dictionary<string, string>(before.Positions);
        if (change is { } known)
            positions[known.Name] = new SourcePosition(known.Change, DeletedAt: null, before.Number).ToString();
        foreach (var (name, text) in positions.Where(one => !copies.ContainsKey(one.Key)).ToList())
        {
            var position = SourcePosition.Parse(text);
            if (position.HasExpired(now))
                positions.Remove(name);
            else
                positions[name] = position.Deleted(now).ToString();
        }

        return before with { Number = before.Number + 1, Positions = positions };
    }

    private static bool AreEqual(IReadOnlyDictionary<string, KeyValue> left, Dictionary<string, KeyValue> right) =>
        left.Count == right.Count && left.All(one => right.TryGetValue(one.Key, out var other) && other == one.Value);

    private static long SizeOf(IEnumerable<KeyValuePair<string, KeyValue>> copies) =>
        copies.Sum(static one => (long)Encoding.UTF8.GetByteCount(one.Key) + one.Value.ByteCount);

    private static byte[] ToJson(Dictionary<string, KeyValue> copies)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMapValue();
        foreach (var (name, value) in copies)
        {
            writer.WriteName(name);
            value.Write(ref writer);
        }

        writer.EndMapValue(start);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private string Describe(ItemKey<TParent> parent) => $"{map} of '{parent}'";
}
