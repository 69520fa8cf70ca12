using Google.Protobuf;
using Grpc.Core;

namespace Coordination.Platform.Grpc;

/// <summary>Messages of any method, known by their parser alone.</summary>
internal static class Messages
{
    internal static Marshaller<IMessage> Marshaller(MessageParser parser) => Marshallers.Create<IMessage>(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));
}
