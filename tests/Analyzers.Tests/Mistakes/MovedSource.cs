using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>
/// Changes a source so that other types inherit, share or complete what one of its types declares. The type keeps its name.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="type">The type, which must be one of the outermost.</param>
internal sealed partial class MovedSource(string source, TypeDeclarationSyntax type)
{
    /// <summary>What makes a base class generic.</summary>
    public const string TypeParameters = "<TAny>";

    private static readonly string[] Identifying = ["DynamoTable", "DynamoMap", "DynamoType", "ViewOf"];

    /// <summary>Whether the type can be a base class.</summary>
    public bool CanBeBase =>
        type is ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration }
        && !type.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>Whether an attribute makes the type the item type that it is, so that no base class can have it instead.</summary>
    public static bool IsIdentifying(AttributeSyntax attribute) => Identifying.Contains(attribute.Name.ToString());

    /// <summary>A base class, which is not an item type, of an item type in each of two tables, or of two maps.</summary>
    /// <param name="typeParameters">The type parameters of the base class.</param>
    public string[] BaseOfTwo(string typeParameters = "")
    {
        var isMap = Attributes().Any(attribute => attribute.Name.ToString() == "DynamoMap");
        return
        [
            Replaced(
                Base(Attributes().Where(attribute => !IsIdentifying(attribute)), typeParameters)
                + Derived("One", isMap ? "DynamoMap" : "DynamoTable(\"table-one\")", typeParameters.Length == 0 ? "" : "<int>")
                + Derived("Two", isMap ? "DynamoMap" : "DynamoTable(\"table-two\")", typeParameters.Length == 0 ? "" : "<string>")),
        ];
    }

    /// <summary>The base class of a family of two more types.</summary>
    public string[] FamilyOfTwo()
    {
        var identity = Attributes().First(attribute => attribute.Name.ToString() is "DynamoTable" or "DynamoMap");
        return
        [
            Replaced(
                Base(Attributes(), typeParameters: "")
                + Derived("One", $"{identity}, DynamoType(\"one\")", typeArguments: "")
                + Derived("Two", $"{identity}, DynamoType(\"two\")", typeArguments: "")),
        ];
    }

    /// <summary>A type in two files.</summary>
    /// <param name="areAttributesFirst">Whether the attributes are in the first of them.</param>
    public string[] InTwoFiles(bool areAttributesFirst)
    {
        var half = (type.Members.Count + 1) / 2;
        var attributes = type.AttributeLists.ToFullString();
        return
        [
            Replaced(Part(areAttributesFirst ? attributes : "", $"{type.ParameterList}{type.BaseList}", type.Members.Take(half))),
            string.Concat(type.SyntaxTree.GetCompilationUnitRoot().Usings)
                + Part(areAttributesFirst ? "" : attributes, "", type.Members.Skip(half)),
        ];
    }

    /// <summary>A map in the items of two types, without the attributes that only items can have.</summary>
    public string[] MapOfTwo() =>
    [
        // The space keeps the keys of the two types.
        Replaced(KeyAttribute().Replace(
            $$"""
            [DynamoMap] {{type.WithAttributeLists(default)}}

            [DynamoTable("table-one")]
            public sealed partial class One
            {
                [ PartitionKey] public required string Key { get; init; }
                public {{type.Identifier}}? Map { get; set; }
            }

            [DynamoTable("table-two")]
            public sealed partial class Two
            {
                [ PartitionKey] public required string Key { get; init; }
                public List<{{type.Identifier}}>? Maps { get; set; }
            }
            """,
            "")),
    ];

    private IEnumerable<AttributeSyntax> Attributes() => type.AttributeLists.SelectMany(list => list.Attributes);

    private string Replaced(string declarations) => source[..type.SpanStart] + declarations + source[type.Span.End..];

    private string Base(IEnumerable<AttributeSyntax> attributes, string typeParameters)
    {
        var list = string.Join(", ", attributes);
        return $"""
            {(list.Length == 0 ? "" : $"[{list}]")}
            public abstract partial {type.Keyword} {type.Identifier}{typeParameters}{type.ParameterList}{type.BaseList}
            {Body(type.Members)}
            """;
    }

    private string Derived(string name, string attributes, string typeArguments)
    {
        var parameters = type.ParameterList?.Parameters.ToList() ?? [];
        var declared = string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Identifier}"));
        var passed = string.Join(", ", parameters.Select(parameter => parameter.Identifier));
        var (own, ofBase) = parameters.Count == 0 ? ("", "") : ($"({declared})", $"({passed})");
        return $"\n\n[{attributes}]\npublic sealed partial {type.Keyword} {name}{own} : {type.Identifier}{typeArguments}{ofBase};\n";
    }

    private string Part(string attributes, string parametersAndBases, IEnumerable<MemberDeclarationSyntax> members) =>
        $"{attributes}{type.Modifiers} {type.Keyword} {type.Identifier}{parametersAndBases}\n{Body(members)}\n";

    private static string Body(IEnumerable<MemberDeclarationSyntax> members) =>
        $"{{\n{string.Concat(members.Select(member => member.ToFullString()))}\n}}";

    [GeneratedRegex(@"\[(PartitionKey|SortKey)\]")]
    private static partial Regex KeyAttribute();
}
