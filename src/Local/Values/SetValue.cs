namespace DynamoToolkit.Local.Values;

/// <summary>A set of strings, numbers or binaries: at least one element, no duplicates, in the order of the request.</summary>
internal sealed class SetValue(ValueKind kind, Value[] elements) : Value
{
    private HashSet<Value>? lookup;

    /// <summary>The elements. Do not change them.</summary>
    public Value[] Elements { get; } = elements;

    /// <summary>The data type of the elements.</summary>
    public ValueKind ElementKind => ElementKindOf(Kind);

    public override ValueKind Kind => kind;

    public override int Size
    {
        get
        {
            var size = 0;
            foreach (var element in Elements)
                size += element.Size;
            return size;
        }
    }

    /// <summary>The data type of the elements of a set type.</summary>
    public static ValueKind ElementKindOf(ValueKind set) => set switch
    {
        ValueKind.SS => ValueKind.S,
        ValueKind.NS => ValueKind.N,
        _ => ValueKind.B,
    };

    /// <summary>Whether the set contains the element.</summary>
    public bool Contains(Value element)
    {
        if (Elements.Length > 8)
            return (lookup ??= new HashSet<Value>(Elements, ScalarComparer.Instance)).Contains(element);

        foreach (var own in Elements)
        {
            if (own.SameAs(element))
                return true;
        }

        return false;
    }

    /// <summary>This set and the elements that only the other set has.</summary>
    public SetValue Union(SetValue other) => new(Kind, [.. Elements, .. other.Elements.Where(element => !Contains(element))]);

    /// <summary>This set without the elements of the other; null if nothing is left, because DynamoDB has no empty sets.</summary>
    public SetValue? Except(SetValue other)
    {
        Value[] left = [.. Elements.Where(element => !other.Contains(element))];
        return left.Length == 0 ? null : new SetValue(Kind, left);
    }

    public override bool SameAs(Value other) =>
        other is SetValue set && set.Kind == Kind && set.Elements.Length == Elements.Length && Array.TrueForAll(set.Elements, Contains);
}
