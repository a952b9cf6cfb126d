using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes the extension methods that take lambdas over tokens, for item types whose tokens the compiler does not infer: see
/// <see cref="TokensEmitter.AreInferred"/>. They do what the runtime's extension methods do for all others.
/// </summary>
internal static class ExpressionsEmitter
{
    private const string Func = "global::System.Func";
    private const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    private const string Span = "global::System.ReadOnlySpan";

    /// <summary>Emits the static class beside the item type.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.FullName;
        var access = item.Access == TokenAccess.Public ? "public" : "internal";
        writer.Line();
        writer.Line($"/// <summary>Expressions over the attributes of <see cref=\"{type}\"/>.</summary>");
        using var block = writer.Block($"{access} static class {item.Names.Expressions}");
        writer.Line($"private static readonly {type}.{item.Names.Attributes} All = new();");
        writer.Line();
        foreach (var operation in new[] { "Put", "Delete", "Update", "ConditionCheck" })
        {
            Condition(
                writer, $"{Root}{operation}<{type}>", "If", "Writes only where the condition holds.", $"{type}.{item.Names.Attributes}");
            writer.Line();
        }

        Condition(
            writer,
            $"{Root}Query<{type}>",
            "Where",
            "Returns only items for which the condition holds.",
            $"{type}.{item.Names.FilterAttributes}");
        writer.Line();
        Condition(
            writer, $"{Root}Scan<{type}>", "Where", "Returns only items for which the condition holds.", $"{type}.{item.Names.Attributes}");
        Updates(writer, type, $"{type}.{item.Names.UpdatableAttributes}", $"{type}.{item.Names.Attributes}");
    }

    private static void Condition(SourceWriter writer, string target, string method, string summary, string tokens) => writer.Line($"""
        /// <summary>{summary}</summary>
        public static {target} {method}(this {target} operation, {Func}<{tokens}, {WellKnownNames.Condition}> condition) =>
            operation.{method}(condition(All));
        """);

    private static void Updates(SourceWriter writer, string type, string tokens, string allTokens)
    {
        var update = $"{Root}Update<{type}>";
        var attribute = $"{IAttribute}<TValue, TConverter>";
        var where = $"where TConverter : {IAttributeConverter}<TValue>";
        Update(
            "Set", "Sets an attribute to a value; null removes it.", "<TValue, TConverter>", attribute, ", TValue? value", "value", where);
        SetNullable();
        Update(
            "Set",
            "Sets an attribute to what is computed from attributes.",
            "<TValue, TConverter>",
            attribute,
            $", {Func}<{allTokens}, {Expressions}UpdateValue<TValue, TConverter>> value",
            "value(All)",
            where,
            "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)] // so that null is a value, not this delegate");
        Update(
            "SetIfNotExists",
            "Sets an attribute where the item does not have it yet.",
            "<TValue, TConverter>",
            attribute,
            ", TValue value",
            "value",
            where);
        Update(
            "Add",
            "Adds to a number; an absent one counts as 0.",
            "<TValue, TConverter>",
            attribute,
            ", TValue value",
            "value",
            $"where TValue : global::System.Numerics.INumberBase<TValue>\n        {where}");
        Elements("Add", "Adds elements to a set; an absent set is made.", "ISetAttribute");
        Elements("Take", "Takes elements out of a set.", "ISetAttribute");
        Elements("Append", "Adds elements to the end of a list; an absent list is made.", "IListAttribute");
        Elements("Prepend", "Adds elements to the start of a list; an absent list is made.", "IListAttribute");
        Update("Remove", "Removes an attribute, or an element of a list.", "", IAttribute, "", "", null);

        void SetNullable()
        {
            writer.Line();
            var parameters = $"this {update} operation, {Func}<{tokens}, {attribute}> attribute, TValue? value";
            writer.Line($$"""
                /// <summary>Sets an attribute to a value; null removes it.</summary>
                public static {{update}} Set<TValue, TConverter>({{parameters}})
                        where TValue : struct
                        {{where}}
                    => value is { } some ? operation.Set(attribute(All), some) : operation.Remove(attribute(All));
                """);
        }

        void Elements(string method, string summary, string token)
        {
            foreach (var type in new[] { "params " + Span, Enumerable })
            {
                Update(
                    method,
                    summary,
                    "<TElement, TElementConverter>",
                    $"{Expressions}{token}<TElement, TElementConverter>",
                    $", {type}<TElement> elements",
                    "elements",
                    $"where TElementConverter : {IAttributeConverter}<TElement>");
            }
        }

        void Update(
            string method, string summary, string typeParameters, string token, string parameter, string argument, string? constraint,
            string? annotation = null)
        {
            writer.Line();
            writer.Line($"/// <summary>{summary}</summary>");
            if (annotation is not null)
                writer.Line(annotation);
            var parameters = $"this {update} operation, {Func}<{tokens}, {token}> attribute{parameter}";
            writer.Line($"public static {update} {method}{typeParameters}({parameters})");
            if (constraint is not null)
                writer.Line("        " + constraint);
            writer.Line($"    => operation.{method}(attribute(All){(argument.Length > 0 ? ", " + argument : "")});");
        }
    }
}
