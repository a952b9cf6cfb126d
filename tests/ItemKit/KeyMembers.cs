using System.Reflection;
using System.Text.RegularExpressions;

namespace DynamoToolkit.ItemKit;

/// <summary>Which members of an item type its keys are made of.</summary>
internal static partial class KeyMembers
{
    /// <summary>Members that alone are the key of the table or of an index, and so may not be empty.</summary>
    public static HashSet<string> Whole(Type type) =>
    [
        .. Templates(type).Select(static template => template.Trim('{', '}')),
        .. StoredMember.Of(type).Where(static member => member.Has<PartitionKeyAttribute>() || member.Has<SortKeyAttribute>())
            .Select(static member => member.Name),
    ];

    /// <summary>Members that the partition key is made of.</summary>
    public static HashSet<string> OfPartition(Type type) =>
    [
        .. Marks<PartitionKeyAttribute>(type).SelectMany(static key => Parts().Matches(key.Template ?? ""))
            .Select(static part => part.Groups[1].Value),
        .. StoredMember.Of(type).Where(static member => member.Has<PartitionKeyAttribute>()).Select(static member => member.Name),
    ];

    private static IEnumerable<string> Templates(Type type) =>
    [
        .. Marks<PartitionKeyAttribute>(type).Select(static key => key.Template ?? ""),
        .. Marks<SortKeyAttribute>(type).Select(static key => key.Template ?? ""),
        .. Marks<GlobalIndexAttribute>(type).SelectMany(static index => index.Partition.Concat(index.Sort)),
        .. Marks<LocalIndexAttribute>(type).Select(static index => index.Sort),
    ];

    private static IEnumerable<TAttribute> Marks<TAttribute>(Type? type)
        where TAttribute : Attribute
        => type is null ? [] : [.. type.GetCustomAttributes<TAttribute>(false), .. Marks<TAttribute>(type.BaseType)];

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Parts();
}
