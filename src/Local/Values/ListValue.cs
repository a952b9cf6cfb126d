namespace DynamoToolkit.Local.Values;

/// <summary>A list of values of any types.</summary>
internal sealed class ListValue(Value[] elements) : Value
{
    /// <summary>The elements. Do not change them.</summary>
    public Value[] Elements { get; } = elements;

    public override ValueKind Kind => ValueKind.L;

    public override int Size
    {
        get
        {
            var size = 3 + Elements.Length;
            foreach (var element in Elements)
                size += element.Size;
            return size;
        }
    }

    public override int Levels => 1 + Elements.Select(static element => element.Levels).DefaultIfEmpty().Max();

    public override bool SameAs(Value other)
    {
        if (other is not ListValue list || list.Elements.Length != Elements.Length)
            return false;

        for (var i = 0; i < Elements.Length; i++)
        {
            if (!Elements[i].SameAs(list.Elements[i]))
                return false;
        }

        return true;
    }
}
