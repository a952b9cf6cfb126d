using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>What the parsers of one item type share: the type, the problems found, the names taken and the enums met.</summary>
internal sealed class ParseContext
{
    private readonly Action<ModelProblem>? report;
    private readonly HashSet<string> names;
    private readonly List<EnumSpec> enums = [];
    private IReadOnlyList<INamedTypeSymbol>? assemblyConverters;
    private readonly List<ISymbol> refused = [];

    public ParseContext(INamedTypeSymbol type, Action<ModelProblem>? report, CancellationToken cancellationToken)
    {
        Type = type;
        this.report = report;
        CancellationToken = cancellationToken;

        // A member can't have the name of its own type either.
        names = [.. type.SelfAndBases().SelectMany(self => self.GetMembers()).Select(member => member.Name), type.Name];
    }

    /// <summary>The item type.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The converters that the assembly names for all members of their types.</summary>
    public IReadOnlyList<INamedTypeSymbol> AssemblyConverters => assemblyConverters ??= [.. Type.ContainingAssembly.GetAttributes()
        .Where(attribute => attribute.IsToolkit(AttributeNames.Converter))
        .Select(attribute => attribute.Type(0))
        .OfType<INamedTypeSymbol>()];

    /// <summary>How attribute names are made: as the type says, else as the assembly does.</summary>
    public NamingPolicySpec Naming => (NamingPolicySpec?)
        (Type.ToolkitAttribute(AttributeNames.Naming) ?? Type.ContainingAssembly.ToolkitAttribute(AttributeNames.Naming))?.Number(0) ?? NamingPolicySpec.CamelCase;

    /// <summary>Ends the work when the answer is no longer wanted.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether any problem was found; then there is no spec.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>The members that should be stored and can't be; why is noted already, so nothing that builds on them needs noting.</summary>
    public IReadOnlyList<ISymbol> Refused => refused;

    /// <summary>The enums that need converters.</summary>
    public IReadOnlyList<EnumSpec> Enums => enums;

    /// <summary>Notes that there can be no spec, for a reason of which the compiler itself complains.</summary>
    public void Fail() => HasProblems = true;

    /// <summary>Remembers a member that can't be stored.</summary>
    public void Refuse(ISymbol member) => refused.Add(member);

    /// <summary>Whether a member of that name can't be stored.</summary>
    public bool IsRefused(string name) => refused.Any(member => member.Name == name);

    /// <summary>Notes a problem at a symbol.</summary>
    public void Problem(string ruleId, ISymbol symbol, params string[] arguments)
    {
        HasProblems = true;
        report?.Invoke(new ModelProblem(ruleId, symbol.Locations.FirstOrDefault() ?? Location.None, arguments));
    }

    /// <summary>Notes a problem at an attribute.</summary>
    public void Problem(string ruleId, AttributeData attribute, params string[] arguments) => ProblemInText(ruleId, attribute, null, arguments);

    /// <summary>Notes a problem in a text that an attribute takes: at the text itself where it is written out.</summary>
    public void ProblemInText(string ruleId, AttributeData attribute, string? text, params string[] arguments)
    {
        HasProblems = true;
        if (report is null)
            return;
        var location = attribute.LocationOf(text, CancellationToken) ?? Type.Locations.FirstOrDefault() ?? Location.None;
        report(new ModelProblem(ruleId, location, arguments));
    }

    /// <summary>Takes a name for a generated member; the fallback, then a number, when the user's type has one of that name.</summary>
    public string TakeName(string name, string? fallback = null)
    {
        if (names.Add(name))
            return name;
        var next = fallback ?? name;
        for (var i = 2; !names.Add(next); i++)
            next = (fallback ?? name) + i;
        return next;
    }

    /// <summary>The spec of an enum, with one converter for each enum and storage.</summary>
    public EnumSpec Enum(INamedTypeSymbol type, EnumStorageSpec storage)
    {
        var reference = type.ToTypeRef();
        foreach (var known in enums)
        {
            if (known.Type == reference && known.Storage == storage)
                return known;
        }

        var values = new HashSet<object>();
        var members = new List<string>();
        var aliases = new List<string>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member.ConstantValue is { } value)
                (values.Add(value) ? members : aliases).Add(member.Name);
        }

        var spec = new EnumSpec
        {
            Type = reference,
            Access = type.Access(),
            Storage = storage,
            UnderlyingType = type.EnumUnderlyingType!.ToDisplayString(),
            Members = members.ToEquatableArray(),
            Aliases = aliases.ToEquatableArray(),
            ConverterName = TakeName(type.Name + (storage == EnumStorageSpec.Name ? "Converter" : "NumberConverter")),
        };
        enums.Add(spec);
        return spec;
    }
}
