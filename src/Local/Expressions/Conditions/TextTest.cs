using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>
/// The comparison of an attribute with a text of the request, on the bytes of a packed item. Most filters of queries are such comparisons,
/// and a page of a megabyte has thousands of items, so it makes no values.
/// </summary>
internal sealed class TextTest
{
    private static readonly TextTest None = new();

    private readonly byte[]? name;
    private readonly byte[] text = [];
    private readonly bool isBeginning;

    private TextTest()
    {
    }

    private TextTest(string name, string text, bool isBeginning)
    {
        this.name = WireText.Escape(name);
        this.text = WireText.Escape(text);
        this.isBeginning = isBeginning;
    }

    /// <summary>The test for two operands. If they are not an attribute and a text, it sees nothing in any item.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <param name="isBeginning">Whether the attribute has to begin with the text, not to be the text.</param>
    public static TextTest Of(Operand left, Operand right, bool isBeginning) =>
        left is PathOperand { Path: { IsNested: false } path } && right is ConstantOperand { Value: StringValue constant }
            ? new TextTest(path.Attribute, constant.Text, isBeginning)
            : None;

    /// <summary>Tests an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="holds">Whether the comparison holds.</param>
    /// <returns>False if that cannot be seen in the item's bytes.</returns>
    public bool TryHold(MapValue item, out bool holds)
    {
        holds = false;
        if (name is null || !item.TryFindPacked(name, out var kind, out var content))
            return false;

        // Equal texts have equal bytes here, and no escape is the beginning of another one.
        holds = kind == ValueKind.S && (isBeginning ? content.StartsWith(text) : content.SequenceEqual(text));
        return true;
    }
}
