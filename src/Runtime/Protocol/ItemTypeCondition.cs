using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Conditions that an item is of one type of a family, where types share their keys and only the discriminator tells them apart.
/// </summary>
internal static class ItemTypeCondition
{
    /// <summary>The item exists and is of the type.</summary>
    public static Condition Is(DiscriminatorModel discriminator)
    {
        var attribute = new Attribute<string, StringConverter>(discriminator.AttributeName);
        return discriminator.Names is [var name] ? attribute == name : attribute.In([.. discriminator.Names]);
    }

    /// <summary>The item is of the type, or does not exist; null if keys already tell the types of the table apart.</summary>
    public static Condition? IsOrIsAbsent(TableModel model) =>
        model.Discriminator is { } discriminator
            ? !new Attribute<string, StringConverter>(model.Partition.AttributeName).Exists() | Is(discriminator)
            : null;
}
