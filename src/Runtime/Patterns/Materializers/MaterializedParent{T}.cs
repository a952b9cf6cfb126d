using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// A parent as materializers see it: its materialized members, and where they come from. It is an item type of its own, so that its writes
/// change nothing else: neither tokens nor times of the parent.
/// </summary>
/// <typeparam name="T">The type of the parent.</typeparam>
internal sealed class MaterializedParent<T> : IItem<MaterializedParent<T>>
    where T : IItem<T>
{
    private static readonly (byte[] Member, byte[] Source)[] Names = [.. T.Model.Materialized.Select(static member =>
        (Encoding.UTF8.GetBytes(member.AttributeName), Encoding.UTF8.GetBytes(member.SourceAttributeName)))];

    private readonly MaterializedState[] states;

    private MaterializedParent(ItemKey<T> key, MaterializedState[] states)
    {
        Key = key;
        this.states = states;
    }

    /// <summary>The model: keys and names of types are those of the parent. Expired parents are still parents.</summary>
    public static TableModel Model { get; } = new(T.Model.TableName, typeof(T))
    {
        Partition = T.Model.Partition,
        Sort = T.Model.Sort,
        Discriminator = T.Model.Discriminator,
    };

    /// <summary>The key of the parent.</summary>
    public ItemKey<T> Key { get; }

    /// <summary>What the parent holds of a member.</summary>
    public MaterializedState StateOf(MaterializedMember member)
    {
        var members = T.Model.Materialized;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] == member)
                return states[i];
        }

        throw new ArgumentException($"{T.Model.ItemType.Name} has no materialized member '{member.MemberName}'.", nameof(member));
    }

    static ItemKey<MaterializedParent<T>> IItem<MaterializedParent<T>>.KeyOf(in MaterializedParent<T> item) =>
        new(item.Key.Partition, item.Key.Sort);

    static void IDynamoMap<MaterializedParent<T>>.WriteMap(ref ItemWriter writer, in MaterializedParent<T> item) =>
        throw new NotSupportedException("Materializers update parents, and never put them.");

    static MaterializedParent<T> IDynamoMap<MaterializedParent<T>>.ReadMap(ref ItemReader reader)
    {
        KeyValue partition = default, sort = default;
        var states = new MaterializedState[Names.Length];
        Array.Fill(states, MaterializedState.None);
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (Model.Partition.IsNamed(name))
                partition = KeyValue.Read(ref reader);
            else if (Model.Sort?.IsNamed(name) == true)
                sort = KeyValue.Read(ref reader);
            else if (!TryRead(ref reader, name, states))
                reader.SkipValue();
        }

        return new MaterializedParent<T>(new ItemKey<T>(partition, sort), states);
    }

    private static bool TryRead(ref ItemReader reader, ReadOnlySpan<byte> name, MaterializedState[] states)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i].Source))
            {
                states[i] = states[i] with { Source = MaterializedSource.Read(ref reader) };
                return true;
            }

            if (name.SequenceEqual(Names[i].Member))
            {
                states[i] = ReadMember(ref reader, states[i]);
                return true;
            }
        }

        return false;
    }

    private static MaterializedState ReadMember(ref ItemReader reader, MaterializedState state)
    {
        var tag = reader.PeekTag();
        if (tag.SequenceEqual("N"u8))
            return state with { Count = reader.ReadNumber<long>() };
        if (tag.SequenceEqual("M"u8))
            return state with { Copies = ReadCopies(ref reader) };

        // A null that a put has stored.
        reader.SkipValue();
        return state;
    }

    private static Dictionary<string, KeyValue> ReadCopies(ref ItemReader reader)
    {
        Dictionary<string, KeyValue> copies = [];
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            var key = reader.TextOf(name);

            // Only a put can store another kind of value. It differs from all copies, so the materializer replaces it.
            if (reader.PeekTag() is [(byte)'S' or (byte)'N' or (byte)'B'])
            {
                copies[key] = KeyValue.Read(ref reader);
            }
            else
            {
                reader.SkipValue();
                copies[key] = default;
            }
        }

        reader.EndMapValue();
        return copies;
    }
}
