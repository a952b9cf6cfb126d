using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>An item type that a query reads together with others.</summary>
internal sealed class ItemKind<TBase, T>() : ItemKind<TBase>(T.Model)
    where T : TBase, IItem<T>
{
    public override TBase Read(ref JsonCursor reader) => reader.ReadMap<T>();
}
