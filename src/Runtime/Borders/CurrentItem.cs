using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Borders;

/// <summary>Reads the current item that an error of the service carries.</summary>
internal static class CurrentItem
{
    /// <summary>The item, or the default value if there is none or if it is of another type of the family than the one asked for.</summary>
    /// <typeparam name="T">The type to read the item as.</typeparam>
    /// <param name="item">The item; null or empty if there is none.</param>
    /// <param name="typeAttribute">The attribute that holds the type's name, or null if the item's type has no family.</param>
    /// <exception cref="ItemFormatException">The item does not fit the type.</exception>
    public static T? Of<T>(Dictionary<string, AttributeValue>? item, string? typeAttribute)
        where T : IDynamoMap<T>
    {
        if (item is not { Count: > 0 })
            return default;

        var isOfAnotherType = T.TypeNames.Count > 0
            && typeAttribute is not null
            && item.TryGetValue(typeAttribute, out var name)
            && !T.TypeNames.Contains(name.S);
        return isOfAnotherType ? default : AttributeMapExtensions.FromAttributeMap<T>(item);
    }
}
