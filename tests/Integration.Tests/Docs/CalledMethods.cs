using System.Reflection;
using System.Reflection.Emit;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>Finds the methods that compiled code calls, by reading its instructions.</summary>
internal static class CalledMethods
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    // What takes a lambda, and hands it on as a condition or an attribute.
    private static readonly Type[] Lambdas = [typeof(ConditionExtensions), typeof(FilterExtensions), typeof(UpdateExtensions)];

    /// <summary>
    /// The methods, as declared, that the classes call, also through what the compiler and the generator wrote for them, and through the
    /// methods that take a lambda.
    /// </summary>
    public static HashSet<MethodBase> By(IEnumerable<Type> types)
    {
        var called = new HashSet<MethodBase>();
        var left = new Queue<MethodBase>(types.SelectMany(Bodies));
        while (left.TryDequeue(out var method))
        {
            foreach (var other in Of(method))
            {
                if (called.Add(other) && other.DeclaringType is { } type
                    && (type.Assembly == typeof(CalledMethods).Assembly || Lambdas.Contains(type)))
                {
                    left.Enqueue(other);
                }
            }
        }

        return called;
    }

    private static IEnumerable<MethodBase> Bodies(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .SelectMany(member => member switch
        {
            Type nested => Bodies(nested),
            MethodBase method => [method],
            _ => [],
        });

    private static IEnumerable<MethodBase> Of(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var position = 0; position < code.Length;)
        {
            var value = code[position] == 0xFE ? 0xFE00 | code[position + 1] : code[position];
            position += value > 0xFF ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod)
            {
                var called = method.Module.ResolveMethod(
                    BitConverter.ToInt32(code, position),
                    method.DeclaringType?.GetGenericArguments(),
                    method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null)!;
                yield return called.Module.ResolveMethod(called.MetadataToken)!;
            }

            position += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 * (1 + BitConverter.ToInt32(code, position)),
                _ => 4,
            };
        }
    }
}
