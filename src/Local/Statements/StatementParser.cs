using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>Parses a PartiQL statement.</summary>
internal sealed class StatementParser : StatementUpdateParser
{
    private StatementParser(string statement, IReadOnlyList<Value> parameters)
        : base(statement, parameters)
    {
    }

    /// <summary>Parses a statement. Its question marks stand for the parameters, in order.</summary>
    /// <exception cref="DynamoError">The statement is wrong, or has not as many question marks as there are parameters.</exception>
    public static Statement Parse(string statement, IReadOnlyList<Value> parameters)
    {
        var parser = new StatementParser(statement, parameters);
        var parsed = parser.ReadStatement();
        parser.ExpectEnd();
        return parsed;
    }

    private Statement ReadStatement()
    {
        if (TakeKeyword("SELECT"))
            return ReadSelect();
        if (TakeKeyword("INSERT"))
            return ReadInsert();
        if (TakeKeyword("UPDATE"))
            return ReadUpdate();
        if (TakeKeyword("DELETE"))
            return ReadDelete();
        throw Unexpected();
    }

    private SelectStatement ReadSelect()
    {
        var columns = TakeIf("*") ? null : ReadColumns();
        ExpectKeyword("FROM");
        var table = ReadName();
        var index = TakeIf(".") ? ReadName() : null;
        var where = TakeKeyword("WHERE") ? ReadCondition() : null;
        var order = new List<(string, bool)>();
        if (TakeKeyword("ORDER"))
        {
            ExpectKeyword("BY");
            do
                order.Add((ReadName(), ReadDirection()));
            while (TakeIf(","));
        }

        return new SelectStatement(table, index, columns, where, order);
    }

    private bool ReadDirection()
    {
        if (TakeKeyword("DESC"))
            return true;

        TakeKeyword("ASC");
        return false;
    }

    private List<SelectColumn> ReadColumns()
    {
        var columns = new List<SelectColumn>();
        do
        {
            var path = ReadPath();
            var last = path.Elements[^1];
            if (last.IsIndex)
                throw StatementErrors.Unsupported("a list element as a column");
            columns.Add(new SelectColumn(path, last.Name!));
        }
        while (TakeIf(","));
        return columns;
    }

    private InsertStatement ReadInsert()
    {
        ExpectKeyword("INTO");
        var table = ReadName();
        ExpectKeyword("VALUE");
        if (Current.Is("?"))
            return new InsertStatement(table, TakeParameter() as MapValue ?? throw StatementErrors.Invalid("The item is not a map"));
        return new InsertStatement(table, ReadMap());
    }

    private UpdateStatement ReadUpdate()
    {
        var table = ReadName();
        var update = ReadChanges();
        return new UpdateStatement(table, update, ReadWhere(), ReadReturning());
    }

    private DeleteStatement ReadDelete()
    {
        ExpectKeyword("FROM");
        var table = ReadName();
        var where = ReadWhere();
        return ReadReturning() switch
        {
            null => new DeleteStatement(table, where, ReturnsOld: false),
            "ALL_OLD" => new DeleteStatement(table, where, ReturnsOld: true),
            _ => throw StatementErrors.Invalid("A DELETE can only return ALL OLD"),
        };
    }

    private Condition ReadWhere()
    {
        ExpectKeyword("WHERE");
        return ReadCondition();
    }

    private string? ReadReturning()
    {
        if (!TakeKeyword("RETURNING"))
            return null;

        var modified = TakeKeyword("MODIFIED");
        if (!modified)
            ExpectKeyword("ALL");
        var old = TakeKeyword("OLD");
        if (!old)
            ExpectKeyword("NEW");
        Expect("*");
        return (modified ? "UPDATED" : "ALL") + (old ? "_OLD" : "_NEW");
    }
}
