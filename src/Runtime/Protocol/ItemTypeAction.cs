using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Has an update that creates an item of a family write its type's name, too. Without the name no read would find the item.
/// </summary>
internal static class ItemTypeAction
{
    /// <summary>
    /// The action, or null if the type needs none: keys tell it apart, it is an abstract base class, or the update only removes, which
    /// creates no item.
    /// </summary>
    public static UpdateAction? Of(TableModel model, UpdateExpression update)
    {
        if (model.Discriminator is not { Name: { } name } discriminator || !update.CreatesItem)
            return null;

        // An item that exists may be of a type below this one, and keeps its name.
        var path = new AttributePath(discriminator.AttributeName);
        var nameIfNone = new UpdateOperand<string, StringConverter>(path, name, hasValue: true);
        return new SetAction<string, StringConverter>(path, nameIfNone, KeyRules.IndexKeyAt(model, path));
    }

    /// <summary>Refuses to change the name of an item's type.</summary>
    /// <exception cref="ArgumentException">The path is that of the name.</exception>
    public static void ThrowIfTypeName(TableModel model, AttributePath path)
    {
        if (path.RootName == model.Discriminator?.AttributeName)
        {
            throw new ArgumentException(
                $"'{path.RootName}' says which type of its family an item is of, and updates of {model.ItemType.Name} write it. "
                + "To change an item's type, put the item as the new type.");
        }
    }
}
