// MOVDIR64B and ENQCMD for a processor that does not have them: what it says of them (SIGILL) is answered with what they do, to ordinary memory.

#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <ucontext.h>

enum { LENGTH = 5, ZERO_FLAG = 1 << 6, OTHER_FLAGS = 0x8d5 & ~ZERO_FLAG };

static const uint8_t movdir64b[LENGTH] = { 0x66, 0x0f, 0x38, 0xf8, 0x3e }; // movdir64b (%rsi), %rdi
static const uint8_t enqcmd[LENGTH] = { 0xf2, 0x0f, 0x38, 0xf8, 0x3e };    // enqcmd (%rsi), %rdi

static struct sigaction former;
static volatile int refusals, executed;

static void emulate(int signal, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    const uint8_t *code = (const uint8_t *)registers[REG_RIP];
    int is_enqcmd = memcmp(code, enqcmd, LENGTH) == 0;
    // Both fault on a destination that is not aligned.
    if ((!is_enqcmd && memcmp(code, movdir64b, LENGTH) != 0) || registers[REG_RDI] % 64 != 0) {
        former.sa_sigaction(signal, info, context);
        return;
    }

    executed++;
    int is_refused = is_enqcmd && refusals > 0;
    if (is_refused)
        refusals--;
    else
        memcpy((void *)registers[REG_RDI], (const void *)registers[REG_RSI], 64);
    // ENQCMD sets the zero flag when it was refused, and clears the others; MOVDIR64B leaves all.
    if (is_enqcmd)
        registers[REG_EFL] = (registers[REG_EFL] & ~(greg_t)(ZERO_FLAG | OTHER_FLAGS)) | (is_refused ? ZERO_FLAG : 0);
    registers[REG_RIP] += LENGTH;
}

void instructions_emulate(void)
{
    struct sigaction action = { .sa_sigaction = emulate, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    executed = refusals = 0;
    sigaction(SIGILL, &action, &former);
}

void instructions_leave(void)
{
    sigaction(SIGILL, &former, 0);
}

void instructions_refuse(int times)
{
    refusals = times;
}

int instructions_executed(void)
{
    return executed;
}
