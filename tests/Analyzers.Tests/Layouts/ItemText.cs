using System.Collections.Concurrent;
using System.Reflection;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Shows items that were read.</summary>
internal static class ItemText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];

    /// <summary>A type's members by name.</summary>
    public static PropertyInfo[] MembersOf(Type type) => Members.GetOrAdd(
        type,
        static type =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .OrderBy(static member => member.Name, StringComparer.Ordinal),
        ]);

    /// <summary>A text that shows an item: its exact type, and all of its members.</summary>
    public static string Show(object item)
    {
        var values = MembersOf(item.GetType()).Select(member => $"{member.Name}={KeyValues.Show(member.GetValue(item))}");
        return $"{item.GetType().Name} {string.Join(' ', values)}";
    }
}
