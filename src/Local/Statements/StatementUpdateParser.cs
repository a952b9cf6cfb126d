using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>Parses the changes of an UPDATE into those of update expressions.</summary>
internal abstract class StatementUpdateParser(string statement, IReadOnlyList<Value> parameters)
    : StatementConditionParser(statement, parameters)
{
    /// <summary>Reads SET and REMOVE clauses, in any number.</summary>
    protected Update ReadChanges()
    {
        var actions = new List<UpdateAction>();
        while (true)
        {
            if (TakeKeyword("SET"))
                ReadList(() => actions.Add(ReadSet()));
            else if (TakeKeyword("REMOVE"))
                ReadList(() => actions.Add(new UpdateAction(UpdateActionKind.Remove, ReadPath(), null)));
            else
                break;
        }

        if (actions.Count == 0)
            throw Unexpected();

        CheckDistinct(actions);
        return new Update(actions);
    }

    private void ReadList(Action read)
    {
        do
            read();
        while (TakeIf(","));
    }

    private UpdateAction ReadSet()
    {
        var path = ReadPath();
        Expect("=");
        if (Following.Is("(") && (Current.IsKeyword("set_add") || Current.IsKeyword("set_delete")))
            return ReadSetChange(path);

        var left = ReadOperand();
        if (!Current.Is("+") && !Current.Is("-"))
            return new UpdateAction(UpdateActionKind.Set, path, left);

        var minus = Take().Text == "-";
        return new UpdateAction(UpdateActionKind.Set, path, new ArithmeticOperand(minus, left, ReadOperand()));
    }

    private UpdateAction ReadSetChange(DocumentPath path)
    {
        var kind = Take().Text.Equals("set_add", StringComparison.OrdinalIgnoreCase) ? UpdateActionKind.Add : UpdateActionKind.Delete;
        Expect("(");
        if (!ReadPath().Equals(path))
            throw StatementErrors.Invalid("The set to change must be the attribute that is set");
        Expect(",");
        var value = ReadValue() as SetValue ?? throw StatementErrors.Invalid("The second argument must be a set");
        Expect(")");
        return new UpdateAction(kind, path, new ConstantOperand(value));
    }

    private Operand ReadOperand()
    {
        if (AtValue())
            return new ConstantOperand(ReadValue());
        if (!Current.IsKeyword("list_append") || !Following.Is("("))
            return new PathOperand(ReadPath());

        Take();
        Expect("(");
        var first = AtValue() ? (Operand)new ConstantOperand(ReadValue()) : new PathOperand(ReadPath());
        Expect(",");
        var second = AtValue() ? (Operand)new ConstantOperand(ReadValue()) : new PathOperand(ReadPath());
        Expect(")");
        return new ListAppendOperand(first, second);
    }

    // The changes see the item as it was before, so two changes of one value would contradict each other.
    private static void CheckDistinct(List<UpdateAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Overlap(actions[i].Path, actions[j].Path))
                    throw StatementErrors.Invalid($"Two changes overlap: {actions[j].Path} and {actions[i].Path}");
            }
        }
    }

    private static bool Overlap(DocumentPath first, DocumentPath second)
    {
        var common = Math.Min(first.Elements.Length, second.Elements.Length);
        for (var i = 0; i < common; i++)
        {
            if (first.Elements[i] != second.Elements[i])
                return first.Elements[i].IsIndex != second.Elements[i].IsIndex;
        }

        return true;
    }
}
