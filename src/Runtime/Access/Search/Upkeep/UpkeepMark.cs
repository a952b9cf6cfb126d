using System.Globalization;
using DynamoToolkit.Protocol;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The item that says whether an index that a worker keeps can be searched: since when a worker knows of all changes, and which parts of
/// the table a repair has worked through since then. Without it, a search of an index that nobody keeps would return nothing, and no error.
/// </summary>
/// <typeparam name="T">The type whose table it is.</typeparam>
internal sealed class UpkeepMark<T> : IItem<UpkeepMark<T>>
    where T : IItem<T>
{
    /// <summary>The attribute with the time at which a worker began.</summary>
    public const string StartedName = "startedAt";

    private const string BegunPrefix = "begun:";
    private const string DonePrefix = "done:";

    private readonly List<(int Segment, int Segments)> done = [];
    private ItemKey<UpkeepMark<T>> key;

    private UpkeepMark()
    {
    }

    public static TableModel Model { get; } = new(T.Model.TableName, typeof(TrigramLedger))
    {
        Partition = KeyModel.Composed(T.Model.Partition.AttributeName, TrigramLedger.KeyStart("") + "{Type}", new RestKeyPart()),
        Sort = KeyModel.Composed(T.Model.Sort!.AttributeName, TrigramLedger.MarkPrefix + "{Index}", new RestKeyPart()),
    };

    /// <summary>Whether a worker knows of all changes.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether repairs have worked through the whole table since a worker began.</summary>
    public bool IsRepaired => done.GroupBy(static part => part.Segments).Any(static parts => parts.Distinct().Count() == parts.Key);

    /// <summary>The key of the mark of an index.</summary>
    /// <param name="typeName">The name of the type whose items the worker indexes.</param>
    /// <param name="index">The index.</param>
    public static ItemKey<UpkeepMark<T>> KeyOf(string typeName, TrigramIndex index) =>
        new(KeyValue.Of(TrigramLedger.KeyStart(typeName)), KeyValue.Of(TrigramLedger.MarkPrefix + KeyEscape.Of(index.Name)));

    /// <summary>The attribute that says which repair has begun with a part of the table.</summary>
    public static string BegunName(int segment, int segments) =>
        string.Create(CultureInfo.InvariantCulture, $"{BegunPrefix}{segment}/{segments}");

    /// <summary>The attribute that says that a repair has worked through a part of the table.</summary>
    public static string DoneName(int segment, int segments) =>
        string.Create(CultureInfo.InvariantCulture, $"{DonePrefix}{segment}/{segments}");

    /// <summary>The consistent read of a mark.</summary>
    public static GetItem<UpkeepMark<T>> Get(TableHandle table, ItemKey<UpkeepMark<T>> key) =>
        new(table, Model, key.Partition, key.Sort) { IsConsistent = true };

    static ItemKey<UpkeepMark<T>> IItem<UpkeepMark<T>>.KeyOf(in UpkeepMark<T> item) => item.key;

    static void IDynamoMap<UpkeepMark<T>>.WriteMap(ref ItemWriter writer, in UpkeepMark<T> item) =>
        throw new NotSupportedException("A mark is updated, and not put.");

    static UpkeepMark<T> IDynamoMap<UpkeepMark<T>>.ReadMap(ref ItemReader reader)
    {
        var mark = new UpkeepMark<T>();
        KeyValue partition = default, sort = default;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (Model.Partition.IsNamed(name))
                partition = KeyValue.Read(ref reader);
            else if (Model.Sort!.IsNamed(name))
                sort = KeyValue.Read(ref reader);
            else
                mark.Read(reader.TextOf(name), ref reader);
        }

        mark.key = new ItemKey<UpkeepMark<T>>(partition, sort);
        return mark;
    }

    private void Read(string name, ref ItemReader reader)
    {
        reader.SkipValue();
        IsStarted |= name == StartedName;
        if (name.StartsWith(DonePrefix, StringComparison.Ordinal)
            && name[DonePrefix.Length..].Split('/') is [var segment, var segments])
        {
            done.Add((int.Parse(segment, CultureInfo.InvariantCulture), int.Parse(segments, CultureInfo.InvariantCulture)));
        }
    }
}
