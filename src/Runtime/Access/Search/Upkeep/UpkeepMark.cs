using System.Globalization;
using DynamoToolkit.Protocol;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The item that says whether an index that a worker keeps can be searched: which consumer keeps it and since when, and which parts of the
/// table a repair or backfill has worked through since then. Without it, a search of an index that nobody keeps would return nothing, and
/// no error.
/// </summary>
/// <typeparam name="T">The type whose table it is.</typeparam>
internal sealed class UpkeepMark<T> : IItem<UpkeepMark<T>>
    where T : IItem<T>
{
    /// <summary>
    /// The attribute that differs each time that changes may have passed by the index. What was noted under another value does not count.
    /// </summary>
    public const string UpkeepName = "upkeep";

    /// <summary>The attribute with the name of the consumer that began last.</summary>
    public const string ConsumerName = "consumer";

    /// <summary>The attribute that says where the index is, if it is not in the table.</summary>
    public const string TargetName = "target";

    /// <summary>The attribute with the time of the last repair. It shows that there may be ledgers, also before a worker begins.</summary>
    public const string RepairedName = "repairedAt";

    private const string BegunPrefix = "begun:";
    private const string DonePrefix = "done:";
    private const string CleanedPrefix = "cleaned:";

    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> parts = [];
    private ItemKey<UpkeepMark<T>> key;

    private UpkeepMark()
    {
    }

    public static TableModel Model { get; } = new(T.Model.TableName, typeof(TrigramLedger))
    {
        Partition = KeyModel.Composed(T.Model.Partition.AttributeName, TrigramLedger.KeyStart("") + "{Type}", new RestKeyPart()),
        Sort = KeyModel.Composed(T.Model.Sort!.AttributeName, TrigramLedger.MarkPrefix + "{Index}", new RestKeyPart()),
    };

    /// <summary>The mark's key.</summary>
    public ItemKey<UpkeepMark<T>> Key => key;

    /// <summary>Which upkeep it is; null before the first worker begins.</summary>
    public string? Upkeep { get; private set; }

    /// <summary>The name of the consumer that began last.</summary>
    public string Consumer { get; private set; } = "";

    /// <summary>Where the index is, if it is not in the table.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Whether the whole table was cleaned of what a worker kept.</summary>
    public bool IsCleaned => AreAll(CleanedPrefix, Upkeep ?? "");

    /// <summary>The key of the mark of an index in the table.</summary>
    /// <param name="typeName">The name of the type whose items the worker indexes.</param>
    /// <param name="index">The index.</param>
    public static ItemKey<UpkeepMark<T>> KeyOf(string typeName, TrigramIndex index) => KeyOf(typeName, KeyEscape.Of(index.Name));

    /// <summary>The key of a mark.</summary>
    /// <param name="typeName">The name of the type whose items the worker indexes.</param>
    /// <param name="name">The index's name in keys.</param>
    public static ItemKey<UpkeepMark<T>> KeyOf(string typeName, string name) =>
        new(KeyValue.Of(TrigramLedger.KeyStart(typeName)), KeyValue.Of(TrigramLedger.MarkPrefix + name));

    /// <summary>The attribute that says that the worker of a start has begun.</summary>
    public static string BegunName(string id) => BegunPrefix + id;

    /// <summary>The attribute that says that a part of the table was worked through.</summary>
    public static string DoneName(SweepOptions part) => NameOf(DonePrefix, part);

    /// <summary>The attribute that says that a part of the table was cleaned of what a worker kept.</summary>
    public static string CleanedName(SweepOptions part) => NameOf(CleanedPrefix, part);

    /// <summary>The consistent read of a mark.</summary>
    public static GetItem<UpkeepMark<T>> Get(TableHandle table, ItemKey<UpkeepMark<T>> key) =>
        new(table, Model, key.Partition, key.Sort) { IsConsistent = true };

    /// <summary>Whether the worker of a start has begun.</summary>
    public bool HasBegun(string id) => begun.Contains(id);

    /// <summary>Whether the whole table was worked through since the upkeep began.</summary>
    /// <param name="note">What must have been noted with each part besides the upkeep.</param>
    public bool IsDone(string note = "") => Upkeep is not null && AreAll(DonePrefix, Upkeep + note);

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
        var value = reader.ReadString();
        switch (name)
        {
            case UpkeepName: Upkeep = value; break;
            case ConsumerName: Consumer = value; break;
            case TargetName: Target = value; break;
            case var _ when name.StartsWith(BegunPrefix, StringComparison.Ordinal): begun.Add(name[BegunPrefix.Length..]); break;
            default: parts.Add((name, value)); break;
        }
    }

    private static string NameOf(string prefix, SweepOptions part) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{part.Segment}/{part.Segments}");

    /// <summary>Whether all parts of a division of the table have a value.</summary>
    private bool AreAll(string prefix, string value) => parts
        .Where(part => part.Value == value && part.Name.StartsWith(prefix, StringComparison.Ordinal))
        .GroupBy(static part => part.Name[(part.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])
        .Any(static some => int.Parse(some.Key, CultureInfo.InvariantCulture) == some.Count());
}
