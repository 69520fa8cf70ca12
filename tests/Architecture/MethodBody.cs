using System.Reflection;
using System.Reflection.Emit;

namespace Coordination.Tests.Architecture;

/// <summary>Reads the instructions of a method for the types they name.</summary>
internal static class MethodBody
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    internal static IEnumerable<Type?> Mentions(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } il) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | il[at++]));
            var code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                foreach (var type in TypesOf(Resolve(method, BitConverter.ToInt32(il, at)))) yield return type;
            at += Length(code, il, at);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static IEnumerable<Type?> TypesOf(MemberInfo? member) => member switch
    {
        Type type => [type],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        _ => [member?.DeclaringType],
    };

    private static int Length(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
