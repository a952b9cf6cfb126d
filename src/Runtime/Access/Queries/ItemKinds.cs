using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Item types of one table that a query reads together, told apart by their keys:
/// <c>new ItemKinds&lt;object&gt;().Add&lt;Run&gt;().Add&lt;Metric&gt;()</c>. Create it once and use it for many queries.
/// </summary>
/// <typeparam name="TBase">A type that all the item types derive from or implement, such as <see cref="object"/>.</typeparam>
public sealed class ItemKinds<TBase>
{
    private readonly List<ItemKind<TBase>> kinds = [];

    /// <summary>Whether there are no item types yet.</summary>
    internal bool IsEmpty => kinds.Count == 0;

    /// <summary>The attribute by which items of these types expire.</summary>
    internal string? TimeToLiveAttribute =>
        kinds.Select(static kind => kind.Model.TimeToLiveAttribute).FirstOrDefault(static name => name is not null);

    /// <summary>Adds an item type.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <exception cref="ArgumentException">
    /// The type is in a different table than the others, or its keys cannot be told apart from another type's.
    /// </exception>
    public ItemKinds<TBase> Add<T>()
        where T : TBase, IItem<T>
    {
        var model = T.Model;
        foreach (var kind in kinds)
        {
            if (kind.Model.TableName != model.TableName || !HasSameKeys(kind.Model, model))
            {
                throw new ArgumentException(
                    $"{model.ItemType.Name} and {kind.Model.ItemType.Name} are not in one table with the same keys, so one query " +
                    "cannot read both. Read them with separate queries.");
            }

            if (!CanTellApart(kind.Model, model))
            {
                throw new ArgumentException(
                    $"{model.ItemType.Name} and {kind.Model.ItemType.Name} have keys that begin alike, so their items cannot be told " +
                    "apart. Give their key templates different constant text, or their types a discriminator.");
            }
        }

        kinds.Add(new ItemKind<TBase, T>());

        // If one template's text begins with another's, the longer one decides.
        kinds.Sort(static (first, second) => second.Precision.CompareTo(first.Precision));
        return this;
    }

    /// <summary>Returns the type of an item with these keys, or null if none fits.</summary>
    internal ItemKind<TBase>? Find(ReadOnlySpan<byte> item, TableModel model)
    {
        var identity = KeyReader.ReadIdentity(item, "", model.Partition, model.Sort);
        foreach (var kind in kinds)
        {
            if (kind.Model.Matches(identity.Partition, identity.Sort) && kind.HasDiscriminator(item))
                return kind;
        }

        return null;
    }

    private static bool HasSameKeys(TableModel first, TableModel second) =>
        first.Partition.AttributeName == second.Partition.AttributeName && first.Sort?.AttributeName == second.Sort?.AttributeName;

    private static bool CanTellApart(TableModel first, TableModel second) =>
        first.Discriminator is { } one && second.Discriminator is { } other
            ? (one.AttributeName, one.Name) != (other.AttributeName, other.Name)
            : TextOf(first.Partition) != TextOf(second.Partition) || TextOf(first.Sort) != TextOf(second.Sort);

    private static (string Text, bool IsConstant) TextOf(KeyModel? key) => key is null ? ("", false) : (key.ConstantPrefix, key.IsConstant);
}
