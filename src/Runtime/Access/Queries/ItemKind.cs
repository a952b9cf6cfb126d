using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One of the item types that a query reads together.</summary>
internal abstract class ItemKind<TBase>(TableModel model)
{
    public TableModel Model { get; } = model;

    /// <summary>How much constant text the keys have. If two types fit an item, the one with more constant text wins.</summary>
    public int Precision { get; } =
        PrecisionOf(model.Partition) + (model.Sort is { } sort ? PrecisionOf(sort) : 0) + (model.Discriminator is null ? 0 : 1);

    public abstract TBase Read(ref JsonCursor reader);

    /// <summary>Whether an item has the type's name in its discriminator, if the type has one.</summary>
    public bool HasDiscriminator(ReadOnlySpan<byte> item)
    {
        if (Model.Discriminator is not { } discriminator)
            return true;

        var name = new KeyModel(discriminator.AttributeName, KeyType.String);
        var found = KeyReader.ReadIdentity(item, "", name, null).Partition.Text;
        return found is not null && (found == discriminator.Name || discriminator.Derived.Contains(found));
    }

    private static int PrecisionOf(KeyModel key) => key.ConstantPrefix.Length * 2 + (key.IsConstant ? 1 : 0);
}
